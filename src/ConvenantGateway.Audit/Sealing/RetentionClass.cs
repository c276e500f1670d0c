namespace ConvenantGateway.Audit;

/// <summary>How long values beside the log are kept; part of the key's name, so that a term's end destroys a key and not rows (domain.md 7.1).</summary>
public enum RetentionClass : byte
{
    /// <summary>Values of ordinary records.</summary>
    Log = 1,

    /// <summary>Weighing and evidence of a token.</summary>
    Dossier = 2,
}
