using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What a token request showed of the Wegwijzer, once it was checked. Immutable.</summary>
internal sealed record ShownOutcome
{
    /// <summary>No outcome was shown.</summary>
    public static ShownOutcome None { get; } = new();

    /// <summary>The outcome; null for none.</summary>
    public OutcomeStatement? Statement { get; init; }

    /// <summary>What it proves for the ground that is asked; nothing where it was deviated from.</summary>
    public Evidence Evidence { get; init; }

    /// <summary>Why the professional deviates; empty where the outcome fits.</summary>
    public string Deviation { get; init; } = "";

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public (string Code, string Text)? Refusal { get; init; }

    /// <summary>The use of it, for the store; null where none was shown.</summary>
    public UsedOutcome? Use(PartnerId caller) => Statement is { } used ? new UsedOutcome(caller, used.Id, DateTimeOffset.FromUnixTimeSeconds(used.Expires)) : null;

    /// <summary>What the record keeps: the outcome and why it was deviated from.</summary>
    public IEnumerable<RecordValue> Values()
    {
        if (Statement is { } shown)
        {
            yield return new RecordValue("wegwijzer-outcome", shown.Outcome);
            yield return new RecordValue("wegwijzer-id", shown.Id.ToString());
        }

        if (Deviation.Length > 0)
        {
            yield return new RecordValue("wegwijzer-deviation", Deviation);
        }
    }
}
