namespace ConvenantGateway.Policy;

/// <summary>The kinds of claim that an invariant can make (<c>then</c>).</summary>
internal enum ClaimKind
{
    /// <summary>No point is permitted.</summary>
    Deny,

    /// <summary>The categories are released at no point.</summary>
    Never,

    /// <summary>Every permit had this evidence.</summary>
    Demands,

    /// <summary>Every permit carries these obligations.</summary>
    Obligations,

    /// <summary>No answer is above this level.</summary>
    AtMost,

    /// <summary>Every permit rests on one of these grounds.</summary>
    Grounds,

    /// <summary>A property of the decision as a whole, named by a word.</summary>
    Property,
}
