using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Whose whereabouts cost a life when they leak: a victim's and a child's. Pure.</summary>
public static class InDanger
{
    private static readonly RolSet Rollen = RolSet.Of(BetrokkeneRol.Slachtoffer) | RolSet.Of(BetrokkeneRol.Kind) | RolSet.Of(BetrokkeneRol.KindGetuige);

    /// <summary>True if one of the roles is such a role.</summary>
    public static bool Is(RolSet rollen) => (rollen.Bits & Rollen.Bits) != 0;
}
