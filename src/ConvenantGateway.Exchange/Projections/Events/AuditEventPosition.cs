namespace ConvenantGateway.Exchange;

/// <summary>Where a page of AuditEvents begins: a record and the place of a betrokkene in it.</summary>
/// <param name="Index">The leaf's index.</param>
/// <param name="Place">The place, 0 to 255.</param>
internal readonly record struct AuditEventPosition(long Index, int Place)
{
    private const int Places = 256;

    /// <summary>Only records below this one.</summary>
    public long Before => Index + 1;

    /// <summary>After all events of a record.</summary>
    public static AuditEventPosition After(long index) => new(index, Places - 1);

    /// <summary>Reads what <see cref="Pack"/> made.</summary>
    public static AuditEventPosition Unpack(long packed) => new(packed / Places, (int)(packed % Places));

    /// <summary>One number.</summary>
    public long Pack() => (Index * Places) + Place;
}
