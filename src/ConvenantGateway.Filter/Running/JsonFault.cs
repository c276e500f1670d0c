namespace ConvenantGateway.Filter;

/// <summary>Why bytes are not JSON as FHIR writes it. The zero value is "nothing wrong"; a cursor that has a fault answers nothing any more.</summary>
internal enum JsonFault : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Comment, trailing comma, wrong nesting, control character in a string, a literal or number that is none, data after the end.</summary>
    Malformed,

    /// <summary>Half a surrogate pair.</summary>
    NotText,

    /// <summary>The same key twice in one object.</summary>
    DuplicateKey,

    /// <summary>More than 64 levels.</summary>
    TooDeep,
}
