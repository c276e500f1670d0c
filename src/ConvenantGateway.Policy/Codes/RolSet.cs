namespace ConvenantGateway.Policy;

/// <summary>The roles one person holds, as a bit mask. Two roles give the intersection of what either may release; the default is no role: nothing.</summary>
/// <param name="Bits">Bit n stands for the <see cref="BetrokkeneRol"/> with value n.</param>
public readonly record struct RolSet(ushort Bits)
{
    /// <summary>True if no role is held.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The set of one role; <see cref="BetrokkeneRol.Onbekend"/> counts as a role that releases nothing.</summary>
    public static RolSet Of(BetrokkeneRol rol) => new((ushort)(1 << (int)rol));

    /// <summary>True if the role is in the set.</summary>
    public bool Contains(BetrokkeneRol rol) => (Bits & (1 << (int)rol)) != 0;

    /// <summary>Union.</summary>
    public static RolSet operator |(RolSet a, RolSet b) => new((ushort)(a.Bits | b.Bits));

    /// <summary>The roles in ascending order.</summary>
    public IEnumerable<BetrokkeneRol> Roles()
    {
        foreach (var rol in Enum.GetValues<BetrokkeneRol>())
        {
            if (Contains(rol))
            {
                yield return rol;
            }
        }
    }
}
