namespace ConvenantGateway.Exchange;

/// <summary>Why a step with a person report is not taken.</summary>
public enum ReportDeskError : byte
{
    /// <summary>It is taken.</summary>
    None = 0,

    /// <summary>The request is not in a state for it, or was changed meanwhile.</summary>
    WrongState = 1,

    /// <summary>Who prepared it cannot release it.</summary>
    SameOfficer = 2,

    /// <summary>The log or the rules changed since it was prepared: prepare it again.</summary>
    Stale = 3,

    /// <summary>It may not be given: refuse it.</summary>
    NotEntitled = 4,

    /// <summary>A motivation is missing or too long.</summary>
    NoMotivation = 5,

    /// <summary>The article is none that this request can be refused under.</summary>
    UnknownArticle = 6,

    /// <summary>The officer is no fg or pf of the organisation that answers.</summary>
    NotYours = 7,
}
