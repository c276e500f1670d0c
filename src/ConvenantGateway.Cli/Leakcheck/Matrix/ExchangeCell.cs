using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>One kind of exchange of a covenant.</summary>
/// <param name="From">Who acts.</param>
/// <param name="To">With whom.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Ground">On what ground; empty where there is none.</param>
/// <param name="By">How.</param>
/// <param name="IsEmergency">By the Noodprocedure.</param>
/// <param name="Rules">The rules that permit it; none: it is refused.</param>
internal sealed record ExchangeCell(PartnerId From, PartnerId To, Purpose Purpose, Ground Ground, Initiative By, bool IsEmergency, ImmutableArray<string> Rules)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{From} → {To} {Purpose.Code} {(Ground.Code is { Length: > 0 } ground ? ground : "no ground")} {By.ToString().ToLowerInvariant()}{(IsEmergency ? " emergency" : "")}{(Rules.IsEmpty ? "" : $" [{string.Join(' ', Rules)}]")}";

    /// <summary>The question to the decision, with these facts shown.</summary>
    public PolicyRequest Question(Evidence evidence, DateOnly lawDate) => new()
    {
        From = From, To = To, Purpose = Purpose, By = By, Ground = Ground, LawDate = lawDate, Evidence = evidence, Emergency = IsEmergency,
    };
}
