using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Which of the statements of a token request count as evidence: each must be whole, and of this day or before. Pure.</summary>
internal static class StatedEvidence
{
    private static readonly string[] Sensitive = ["D15", "D16", "D22"];

    /// <summary>The evidence that was stated.</summary>
    public static Evidence Read(EvidenceDetails said, ActorDetails? actor, DateOnly lawDate) =>
        If(Evidence.Cooperation, Said(said.Cooperation))
        | If(Evidence.RequestReason, Said(said.RequestReason))
        | If(Evidence.Decree, Said(said.Decree))
        | If(Evidence.Permission, Said(said.Permission))
        | If(Evidence.Protocol, Said(said.Protocol?.Id) && said.Protocol!.NoObjection == true)
        | If(Evidence.FunctionaryConsulted, IsWhole(said.FunctionaryConsulted, lawDate) && Said(said.FunctionaryConsulted!.Text))
        | If(Evidence.SecondPerson, IsNamed(said.SecondPerson) && !IsSame(said.SecondPerson!, actor))
        | If(Evidence.NamedOfficer, IsNamed(said.NamedOfficer))
        | If(Evidence.Article, Said(said.Article))
        | If(Evidence.Condition, Said(said.Condition))
        | If(Evidence.SourceDecision, IsWhole(said.SourceDecision, lawDate))
        | If(Evidence.Designation, Said(said.Designation))
        | If(Evidence.AmkConsulted, IsWhole(said.AmkConsulted, lawDate))
        | If(Evidence.NecessityLines, said.NecessityLines is { } lines && Sensitive.All(c => lines.TryGetValue(c, out var line) && Said(line)))
        | If(Evidence.Meldcode, said.Meldcode is { } steps && ((Said(steps.B) && Said(steps.C) && Said(steps.D)) || Said(steps.SkippedBecause)));

    /// <summary>True if a text says something.</summary>
    public static bool Said(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsWhole(StatementDetails? statement, DateOnly lawDate) =>
        Said(statement?.Name) && ConsentCheck.Date(statement!.Date) is { } date && date <= lawDate;

    private static bool IsNamed(ActorDetails? person) => Said(person?.Name) && Said(person!.Id);

    /// <summary>The second person is another one: neither the number nor the name of the first.</summary>
    private static bool IsSame(ActorDetails second, ActorDetails? first) =>
        string.Equals(second.Id!.Trim(), first?.Id?.Trim(), StringComparison.OrdinalIgnoreCase) || string.Equals(second.Name!.Trim(), first?.Name?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Evidence If(Evidence flag, bool isShown) => isShown ? flag : Evidence.None;
}
