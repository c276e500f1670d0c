namespace ConvenantGateway.Policy;

/// <summary>Which part of an exchange a rule speaks of.</summary>
public enum MatrixPart : byte
{
    /// <summary>The holder provides of its own accord.</summary>
    Provision = 0,

    /// <summary>The question of a pull: what the asker tells the holder.</summary>
    Question = 1,

    /// <summary>The answer to a pull, released beforehand by a named professional.</summary>
    StandingAnswer = 2,

    /// <summary>The answer to a pull: a professional decides on each request.</summary>
    AnswerPerRequest = 3,
}
