namespace ConvenantGateway.Filter;

/// <summary>The permanent codes of the filter. A code is never reused.</summary>
public static class FilterErrorCodes
{
    /// <summary>Not JSON: comment, trailing comma, wrong nesting, data after the end.</summary>
    public const string Malformed = "CG-FILTER-001";

    /// <summary>Not UTF-8, or an escaped surrogate without its pair.</summary>
    public const string NotText = "CG-FILTER-002";

    /// <summary>The same key twice in one object, <c>resourceType</c> included.</summary>
    public const string DuplicateKey = "CG-FILTER-003";

    /// <summary>More than 64 levels.</summary>
    public const string TooDeep = "CG-FILTER-004";

    /// <summary>More than 50 MiB.</summary>
    public const string TooLarge = "CG-FILTER-005";

    /// <summary>An element whose JSON has another form than R4 gives it: an array for an object, text for a number.</summary>
    public const string WrongForm = "CG-FILTER-006";

    /// <summary>No <c>resourceType</c>, or one that R4 does not have.</summary>
    public const string UnknownResource = "CG-FILTER-007";

    /// <summary>An element line whose path R4 does not have, or that can never be released.</summary>
    public const string UnknownPath = "CG-FILTER-008";

    /// <summary>Not a Bundle of type <c>searchset</c> or <c>collection</c>, or its entries are no array of objects.</summary>
    public const string NotABundle = "CG-FILTER-009";
}
