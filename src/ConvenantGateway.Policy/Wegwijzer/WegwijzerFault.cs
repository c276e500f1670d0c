namespace ConvenantGateway.Policy;

/// <summary>What is wrong with an answer.</summary>
public enum WegwijzerFault : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The run has ended.</summary>
    Ended = 1,

    /// <summary>The answer is to another step than the one that is asked.</summary>
    OtherStep = 2,

    /// <summary>The step has no such answer.</summary>
    UnknownAnswer = 3,

    /// <summary>The answer needs a text.</summary>
    TextMissing = 4,

    /// <summary>The text is too long.</summary>
    TextTooLong = 5,

    /// <summary>A text where none is asked.</summary>
    TextNotAsked = 6,

    /// <summary>A fact step answered otherwise than recipient, purpose, date and earlier answers say.</summary>
    OtherFact = 7,
}
