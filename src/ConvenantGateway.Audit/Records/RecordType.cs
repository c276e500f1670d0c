namespace ConvenantGateway.Audit;

/// <summary>What a record is about (domain.md 7.4; <c>docs/audit-events.md</c>). The names are written to the leaf in kebab case and never change.</summary>
public enum RecordType : byte
{
    /// <summary>Not set: refused by the log.</summary>
    None = 0,

    /// <summary>One exchange: push, read, search, status, metadata, own register; refusals too.</summary>
    Exchange = 1,

    /// <summary>A token request, granted or refused: the dossier.</summary>
    Token = 2,

    /// <summary>Refusals before authentication, counted per address prefix, reason and minute.</summary>
    HandshakeRefusals = 3,

    /// <summary>A look of an officer or case worker on the console.</summary>
    Look = 4,

    /// <summary>A message was held.</summary>
    Hold = 5,

    /// <summary>A policy set was activated, or its activation refused.</summary>
    Activation = 6,

    /// <summary>The node started.</summary>
    Start = 7,

    /// <summary>The node stopped in order.</summary>
    Stop = 8,

    /// <summary>An officer signed off a Weekcontrole.</summary>
    Weekcontrole = 9,

    /// <summary>An inquiry of the supervisor was opened: number, scope, end.</summary>
    Inquiry = 10,

    /// <summary>An export was made.</summary>
    Export = 11,

    /// <summary>A key or certificate was made, pinned or changed.</summary>
    KeyChange = 12,

    /// <summary>A partner asked beforehand whether something may be sent (AuthZEN): nothing flowed.</summary>
    DryRun = 13,

    /// <summary>A caller counter-signed a receipt: it holds the answer of this very digest.</summary>
    Acknowledgement = 14,

    /// <summary>A witness co-signed a checkpoint.</summary>
    Cosignature = 15,

    /// <summary>Values were erased: the tombstone. Proofs of the leaves stay.</summary>
    Erasure = 16,

    /// <summary>A legal hold was laid on a person's records, or lifted.</summary>
    LegalHold = 17,

    /// <summary>A log restored from a backup began a new epoch.</summary>
    Epoch = 18,

    /// <summary>The clock was set forward or back.</summary>
    ClockStep = 19,

    /// <summary>A processing is suspected to be unlawful (Wpg 32(1)g; domain.md 10.6, 22).</summary>
    MogelijkOnrechtmatig = 20,

    /// <summary>A person report (inzage) was asked for, released or refused.</summary>
    PersonReport = 21,

    /// <summary>A relay to a partner's own server is about to go out.</summary>
    RelayIntent = 22,

    /// <summary>What became of a relay; <c>unknown</c> counts as disclosed.</summary>
    RelayOutcome = 23,

    /// <summary>A backup was made.</summary>
    Backup = 24,

    /// <summary>An officer assigned or finished a line of the Weekcontrole.</summary>
    WeekItem = 25,
}
