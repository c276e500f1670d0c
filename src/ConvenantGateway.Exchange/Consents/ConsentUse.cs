using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>What the record says of the consents that an exchange rested on: so that whoever received something can be told of a withdrawal (Wbp 38; domain.md 0.1, 14).</summary>
internal static class ConsentUse
{
    /// <summary>The field of the caller's view that names the Consents of its own register.</summary>
    public const string Field = "consent";

    /// <summary>The field of the holder's view that names the "mag weten" it answered on.</summary>
    public const string PermissionField = "permission";

    /// <summary>One value, or none.</summary>
    public static IEnumerable<RecordValue> Values(DossierFacts facts) => facts.ConsentNames is { Length: > 0 } names ? [new RecordValue(Field, names)] : [];
}
