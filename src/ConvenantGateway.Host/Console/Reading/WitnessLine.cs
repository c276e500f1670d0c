using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>A witness and its newest co-signature.</summary>
/// <param name="Id">The partner or officer.</param>
/// <param name="Newest">Its newest co-signature; null if it never co-signed.</param>
/// <param name="Days">How many whole days ago, by the witness's clock; 0 if it never did.</param>
internal sealed record WitnessLine(string Id, WitnessedCheckpoint? Newest, int Days)
{
    private const int WarnAfterDays = 7;

    /// <summary>True if it never co-signed or over seven days ago: what was rewritten since then nobody outside would see.</summary>
    public bool IsLate => Newest is null || Days >= WarnAfterDays;

    /// <summary>All whose file names a witness key, in ordinal order.</summary>
    public static IReadOnlyList<WitnessLine> Of(PolicySnapshot policy, IReadOnlyCollection<WitnessedCheckpoint> newest, DateTimeOffset now) =>
    [
        .. policy.Partners.Values.Where(static p => p.WitnessKey is not null).Select(static p => p.Id.Value)
            .Concat(policy.Officers.Values.Where(static o => o.WitnessKey is not null).Select(static o => o.Id))
            .Order(StringComparer.Ordinal)
            .Select(id => newest.FirstOrDefault(c => c.Witness == id) is { } last ? new WitnessLine(id, last, Math.Max(0, (int)(now - last.SignedAt).TotalDays)) : new WitnessLine(id, null, 0)),
    ];
}
