using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What a set changes of who is who: certificates and key pins of partners and officers, and who is suspended or gone. Pure; thread safe.</summary>
public static class IdentityDifference
{
    /// <summary>One line per identity that was added, removed or changed, in ordinal order: <c>partner ashg-noord: pin 3f2a… removed</c>.</summary>
    public static ImmutableArray<string> Of(PolicySnapshot was, PolicySnapshot will) =>
    [
        .. Lines("partner", was.Partners.Values.ToDictionary(static p => p.Id.Value, Of, StringComparer.Ordinal), will.Partners.Values.ToDictionary(static p => p.Id.Value, Of, StringComparer.Ordinal)),
        .. Lines("officer", was.Officers.Values.ToDictionary(static o => o.Id, Of, StringComparer.Ordinal), will.Officers.Values.ToDictionary(static o => o.Id, Of, StringComparer.Ordinal)),
    ];

    private static IEnumerable<string> Lines(string kind, Dictionary<string, ImmutableArray<string>> was, Dictionary<string, ImmutableArray<string>> will) =>
        was.Keys.Union(will.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(id =>
        {
            var (before, after) = (was.GetValueOrDefault(id, []), will.GetValueOrDefault(id, []));
            return before.Except(after, StringComparer.Ordinal).Select(fact => $"{kind} {id}: {fact} removed")
                .Concat(after.Except(before, StringComparer.Ordinal).Select(fact => $"{kind} {id}: {fact} added"));
        });

    private static ImmutableArray<string> Of(Partner partner) =>
    [
        $"certificate {partner.CertificateSubject}",
        .. partner.KeyPins.Select(static p => $"pin {p}"),
        .. partner.WitnessKey is { } witness ? (string[])[$"witness {witness}"] : [],
        .. partner.IsSuspended ? (string[])["suspension"] : [],
        .. partner.Until is { } until ? (string[])[$"last day {until:yyyy-MM-dd}"] : [],
    ];

    private static ImmutableArray<string> Of(Officer officer) =>
    [
        $"certificate {officer.CertificateSubject}",
        $"role {officer.Role} of {officer.Organisation}",
        .. officer.KeyPins.Select(static p => $"pin {p}"),
        .. officer.WitnessKey is { } witness ? (string[])[$"witness {witness}"] : [],
    ];
}
