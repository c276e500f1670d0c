namespace ConvenantGateway.Exchange;

/// <summary>How a policy set came in force. The numbers stand in the database and never change.</summary>
public enum ActivationKind : byte
{
    /// <summary>Not set.</summary>
    None = 0,

    /// <summary>At the start of the node, from the folder.</summary>
    Start = 1,

    /// <summary>Activated while the node ran.</summary>
    Activated = 2,

    /// <summary>An older set was put in force again.</summary>
    Back = 3,

    /// <summary>At the start of the node, from the stored sets: the folder's set could not be put in force, or fewer signatures count than before.</summary>
    Restored = 4,
}
