namespace ConvenantGateway.Exchange;

/// <summary>Why an exchange is refused. Each has one permanent code, status and text in <see cref="ErrorTable"/>.</summary>
public enum ExchangeErrorKind : byte
{
    /// <summary>A bug: nothing leaves.</summary>
    Internal = 0,

    /// <summary>No such counterparty: unknown, unsigned, departed.</summary>
    UnknownCounterparty,

    /// <summary>The token is missing or not valid for this connection.</summary>
    TokenInvalid,

    /// <summary>The token is for another counterparty.</summary>
    TokenForOther,

    /// <summary>The token's scope does not cover the interaction.</summary>
    ScopeTooNarrow,

    /// <summary>The method is not offered at this address.</summary>
    MethodNotAllowed,

    /// <summary>The content type is not accepted.</summary>
    UnsupportedMediaType,

    /// <summary>The caller accepts nothing that the gateway sends.</summary>
    NotAcceptable,

    /// <summary>A parameter that is not listed.</summary>
    UnknownParameter,

    /// <summary>A parameter whose value cannot be read.</summary>
    InvalidParameter,

    /// <summary>A resource type without a place.</summary>
    UnknownType,

    /// <summary>The transaction id is not a UUIDv7.</summary>
    TransactionMalformed,

    /// <summary>The transaction id was used before.</summary>
    TransactionReused,

    /// <summary>The idempotency key was used for another body.</summary>
    IdempotencyMismatch,

    /// <summary>The same push is under way.</summary>
    IdempotencyBusy,

    /// <summary>The body is over the limit.</summary>
    BodyTooLarge,

    /// <summary>The body was refused at intake; the issues say why.</summary>
    BodyRefused,

    /// <summary>A reference points outside the message and the sender's earlier pushes.</summary>
    ReferenceOutside,

    /// <summary>No rule permits it.</summary>
    NotPermitted,

    /// <summary>What the message cannot do without may not flow.</summary>
    EssentialCut,

    /// <summary>The cut would empty the reason for the message.</summary>
    ReasonEmptied,

    /// <summary>The message is held.</summary>
    Held,

    /// <summary>No emergency rule exists for this exchange.</summary>
    EmergencyUnsupported,

    /// <summary>Too many distinct persons in an hour.</summary>
    TooManyPersons,

    /// <summary>Absent, or not for this caller.</summary>
    Absent,

    /// <summary>Received copies are read-only; a partner writes only what it is the source of.</summary>
    ReadOnlyCopy,

    /// <summary>The record could not be made durable.</summary>
    AuditUnavailable,

    /// <summary>Too many bodies in memory.</summary>
    Busy,

    /// <summary>No such address.</summary>
    UnknownAddress,

    /// <summary>The caller's certificate is good, but it is no party (any more).</summary>
    CallerIsNoParty,

    /// <summary>The answers do not follow the questions of the Wegwijzer.</summary>
    AnswersDiffer,

    /// <summary>An outcome of the Wegwijzer counts once.</summary>
    OutcomeReused,

    /// <summary>The guard found in what would leave a place or a reporter that may not be told.</summary>
    GuardStopped,

    /// <summary>The guard stopped too many messages about this person in a day.</summary>
    StoppedTooOften,

    /// <summary>An acknowledgement is no statement of the five fields.</summary>
    AcknowledgementUnreadable,

    /// <summary>An acknowledgement is not signed with the key of the connection's certificate.</summary>
    AcknowledgementUnsigned,

    /// <summary>An acknowledgement names another digest than the one that was released.</summary>
    AcknowledgementDiffers,

    /// <summary>A co-signature is no signed note of a checkpoint.</summary>
    CosignatureUnreadable,

    /// <summary>The caller is no witness, or no line of the note verifies with its key.</summary>
    CosignerUnknown,

    /// <summary>The co-signed checkpoint is none that this log signed.</summary>
    CheckpointForeign,

    /// <summary>A co-signature is older than a day, or from the future.</summary>
    CosignatureStale,
}
