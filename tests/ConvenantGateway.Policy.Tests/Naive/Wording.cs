namespace ConvenantGateway.Policy.Tests;

/// <summary>Turns a request of the engine into words.</summary>
internal static class Wording
{
    private static readonly string[] Roles = ["onbekend", "slachtoffer", "pleger", "kind", "getuige", "huisgenoot", "melder", "client", "zaak", "kind-getuige", "hulpvrager"];
    private static readonly string[] Labels = ["WPG", "MEDICAL", "MELDING", "HVB", "?4", "?5", "?6", "?7"];
    private static readonly string[] By = ["none", "push", "read", "search", "status"];

    public static YamlAsk Of(PolicyRequest r) => new(
        r.From.Value, r.To.Value, r.Purpose.Code ?? "", (int)r.By < By.Length ? By[(int)r.By] : "", r.Ground.Code ?? "", r.LawDate, [.. EvidenceWords.Words(r.Evidence)], r.Emergency);

    public static YamlPerson Of(BetrokkeneFacts f) => new(
        [.. Enumerable.Range(0, 16).Where(i => (f.Rollen.Bits >> i & 1) == 1).Select(i => i < Roles.Length ? Roles[i] : "onbekend")],
        [.. f.ConsentScope.Codes()],
        [.. Enumerable.Range(0, 8).Where(i => ((int)f.Origins >> i & 1) == 1).Select(i => Labels[i])]);
}
