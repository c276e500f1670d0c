namespace ConvenantGateway.Intake;

/// <summary>Permanent codes of intake. A code is never reused.</summary>
public static class IntakeCodes
{
    /// <summary>The body is over 10 MiB.</summary>
    public const string TooLarge = "CG-EXCHANGE-101";

    /// <summary>Not JSON: malformed, not UTF-8, a comment, a trailing comma, a duplicate key, an unpaired surrogate, deeper than 64.</summary>
    public const string NotJson = "CG-EXCHANGE-102";

    /// <summary>Not a Bundle of type <c>transaction</c>.</summary>
    public const string NotATransaction = "CG-EXCHANGE-103";

    /// <summary>More than 1,000 entries, or none.</summary>
    public const string EntryCount = "CG-EXCHANGE-104";

    /// <summary>An entry that is not a plain <c>POST {type}</c>.</summary>
    public const string NotAPost = "CG-EXCHANGE-105";

    /// <summary>A conditional entry.</summary>
    public const string Conditional = "CG-EXCHANGE-106";

    /// <summary>A nested Bundle, or a raw Binary.</summary>
    public const string Nested = "CG-EXCHANGE-107";

    /// <summary>A <c>fullUrl</c> or a <c>Type/id</c> that stands twice.</summary>
    public const string FullUrlTwice = "CG-EXCHANGE-108";

    /// <summary>Not valid FHIR R4: unknown element, wrong type, missing mandatory element, unknown code.</summary>
    public const string NotR4 = "CG-EXCHANGE-109";

    /// <summary>A Consent that says "mag weten" but not to whom, for what, or how long.</summary>
    public const string PermissionUnclear = "CG-EXCHANGE-110";
}
