namespace ConvenantGateway.Policy;

/// <summary>How a step of the Wegwijzer is answered.</summary>
public enum WegwijzerStepKind : byte
{
    /// <summary>Not a step.</summary>
    None = 0,

    /// <summary>By the professional: <c>ja</c> or <c>nee</c>.</summary>
    YesNo = 1,

    /// <summary>By the professional: one of several.</summary>
    Choice = 2,

    /// <summary>By the plan itself: from recipient, purpose, date and earlier answers.</summary>
    Fact = 3,
}
