namespace ConvenantGateway.Policy;

/// <summary>The language of an explanation.</summary>
public enum ExplainLanguage : byte
{
    /// <summary>Plain Dutch, level B1.</summary>
    Dutch = 0,

    /// <summary>English.</summary>
    English = 1,
}
