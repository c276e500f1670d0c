using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Checks an outcome of the Wegwijzer as evidence of a token request: ours, in time, of this partner, professional, receiver, purpose and these persons. One that does not fit the ground
/// advises otherwise: the professional may deviate and then says why. Pure.
/// </summary>
internal static class WegwijzerEvidence
{
    private const int MaxText = 2_000;

    /// <summary>Checks.</summary>
    /// <param name="evidence">As sent.</param>
    /// <param name="statements">Verifies.</param>
    /// <param name="asked">What the token would be for.</param>
    /// <param name="ground">The ground that is asked.</param>
    /// <param name="questions">The version of the questions in force.</param>
    /// <param name="now">The instant.</param>
    public static ShownOutcome Check(EvidenceDetails? evidence, OutcomeStatements statements, OutcomeBinding asked, Ground ground, string questions, DateTimeOffset now)
    {
        var deviation = evidence?.Deviation?.Trim() ?? "";
        if (evidence?.Wegwijzer is not { ValueKind: not JsonValueKind.Null } sent)
        {
            return deviation.Length == 0
                ? ShownOutcome.None
                : Refuse("CG-CONNECT-050", "`evidence.deviation` zegt waarom u afwijkt, maar er is geen uitkomst in `evidence.wegwijzer` om van af te wijken");
        }

        if (deviation.Length > MaxText)
        {
            return Refuse("CG-CONNECT-051", "de reden in `evidence.deviation` is langer dan 2.000 tekens");
        }

        if (sent.ValueKind != JsonValueKind.String || statements.Read(sent.GetString()!) is not { } outcome)
        {
            return Refuse("CG-CONNECT-052", "`evidence.wegwijzer` is geen uitkomst van deze gateway of is gewijzigd: doorloop de Wegwijzer opnieuw");
        }

        return Mismatch(outcome, asked, questions, now) ?? Weigh(outcome, ground, deviation);
    }

    private static ShownOutcome? Mismatch(OutcomeStatement outcome, OutcomeBinding asked, string questions, DateTimeOffset now) =>
        now >= DateTimeOffset.FromUnixTimeSeconds(outcome.Expires) ? Refuse("CG-CONNECT-053", "de uitkomst van de Wegwijzer is verlopen: zij geldt 15 minuten; doorloop de Wegwijzer opnieuw")
        : outcome.Questions != questions ? Refuse("CG-CONNECT-054", "de vragen van de Wegwijzer zijn sindsdien gewijzigd; doorloop de Wegwijzer opnieuw")
        : outcome.Partner != asked.Partner.Value ? Refuse("CG-CONNECT-055", "de uitkomst van de Wegwijzer is van een andere organisatie")
        : outcome.Actor != asked.Actor ? Refuse("CG-CONNECT-056", "de uitkomst van de Wegwijzer is van een andere professional dan `actor`")
        : outcome.Recipient != asked.Recipient.Value ? Refuse("CG-CONNECT-057", "de uitkomst van de Wegwijzer is voor een andere ontvanger dan `locations`")
        : outcome.Purpose != asked.Purpose.Code ? Refuse("CG-CONNECT-058", "de uitkomst van de Wegwijzer is voor een ander doel dan `purpose`")
        : !IsAbout(outcome, asked.Persons) ? Refuse("CG-CONNECT-059", "de uitkomst van de Wegwijzer gaat niet over alle personen in `about`, of `about` is leeg")
        : null;

    private static bool IsAbout(OutcomeStatement outcome, ImmutableArray<PersonHandle> about) => !about.IsEmpty && about.All(p => outcome.Persons.Contains(p.Hex, StringComparer.Ordinal));

    private static ShownOutcome Weigh(OutcomeStatement outcome, Ground ground, string deviation)
    {
        if (!outcome.Grounds.Contains(ground.Code, StringComparer.Ordinal))
        {
            return deviation.Length > 0
                ? new ShownOutcome { Statement = outcome, Deviation = deviation }
                : Refuse("CG-CONNECT-060", $"de Wegwijzer kwam uit op `{outcome.Outcome}`, en dat past niet bij deze grondslag. U beslist zelf; wijkt u af, zeg dan waarom in `evidence.deviation`");
        }

        var proven = outcome.Proves.Aggregate(Evidence.None, static (all, word) => EvidenceWords.TryParse(word, out var one) ? all | one : all);

        // INVARIANT (consent is shown by itself): whatever a plan may say, an outcome never stands for the consent of the person.
        return new ShownOutcome { Statement = outcome, Evidence = proven & ~Evidence.Consent, Deviation = deviation };
    }

    private static ShownOutcome Refuse(string code, string text) => new() { Refusal = (code, text) };
}
