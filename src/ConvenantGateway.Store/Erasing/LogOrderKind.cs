namespace ConvenantGateway.Store;

/// <summary>What an operator orders of the log.</summary>
public enum LogOrderKind
{
    /// <summary>Not set: refused.</summary>
    None = 0,

    /// <summary>Destroy the keys of persons' values.</summary>
    Erase = 1,

    /// <summary>Lay a legal hold.</summary>
    Hold = 2,

    /// <summary>Lift the holds on a person.</summary>
    Lift = 3,

    /// <summary>Record that a backup was made.</summary>
    Backup = 4,
}
