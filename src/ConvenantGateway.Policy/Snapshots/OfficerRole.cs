namespace ConvenantGateway.Policy;

/// <summary>The role of a person on the console.</summary>
public enum OfficerRole : byte
{
    /// <summary>Not a role: sees nothing.</summary>
    None = 0,

    /// <summary>Functionaris gegevensbescherming (<c>fg</c>).</summary>
    Fg = 1,

    /// <summary>Privacyfunctionaris of the police (<c>pf</c>).</summary>
    Pf = 2,

    /// <summary>Case worker (<c>casuswerker</c>).</summary>
    Casuswerker = 3,

    /// <summary>Supervisor (<c>toezicht</c>): sees what an inquiry opens.</summary>
    Toezicht = 4,

    /// <summary>Operator (<c>beheer</c>): health and integrity, no exchanges.</summary>
    Beheer = 5,
}
