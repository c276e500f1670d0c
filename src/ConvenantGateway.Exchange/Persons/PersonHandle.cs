namespace ConvenantGateway.Exchange;

/// <summary>
/// The keyed handle of a person: HMAC-SHA-256 under the region key of normalized family name, initial, birth date and sex (design.md section 8). 32 bytes as lower-case hex.
/// Twins collide and misspellings miss; the README says so. Two handles are joined only by an officer's recorded act.
/// </summary>
/// <param name="Hex">64 lower-case hex characters.</param>
public readonly record struct PersonHandle(string Hex)
{
    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);
}
