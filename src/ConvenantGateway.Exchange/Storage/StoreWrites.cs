using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What is stored in the same transaction as a record. All or nothing.</summary>
public sealed record StoreWrites : ICompanionWrites
{
    /// <summary>Claims the transaction id for the caller; a second claim is a conflict named <c>transaction</c>. Null claims nothing.</summary>
    public (PartnerId Caller, Guid Transaction)? Claim { get; init; }

    /// <summary>Consents that must be at this very version when the record is written; a later one is a conflict named <c>consent</c>: a withdrawal that came first wins.</summary>
    public ImmutableArray<ConsentVersion> RestsOn { get; init; } = [];

    /// <summary>New resource versions.</summary>
    public ImmutableArray<StoredResource> Resources { get; init; } = [];

    /// <summary>Standing permissions; one with the same holder, person, recipient and purpose replaces the older.</summary>
    public ImmutableArray<StandingPermission> Permissions { get; init; } = [];

    /// <summary>Digests of where persons can be found.</summary>
    public ImmutableArray<WhereaboutsWrite> Whereabouts { get; init; } = [];

    /// <summary>Who holds a case of whom.</summary>
    public ImmutableArray<OpenCase> Cases { get; init; } = [];

    /// <summary>A first answer; a second one for the same key is a conflict named <c>idempotency-key</c>.</summary>
    public IdempotencyEntry? Idempotency { get; init; }

    /// <summary>An outcome of the Wegwijzer that is used up; a second use is a conflict named <c>outcome</c>.</summary>
    public UsedOutcome? Outcome { get; init; }

    /// <summary>A dossier.</summary>
    public Dossier? Dossier { get; init; }

    /// <summary>A held message.</summary>
    public HeldMessage? Hold { get; init; }

    /// <summary>An inquiry of the supervisor that was opened.</summary>
    public SupervisorInquiry? Inquiry { get; init; }

    /// <summary>A new revision of a request for a person report; a second one of the same number is a conflict named <c>person-report</c>.</summary>
    public PersonReportFile? PersonReport { get; init; }

    /// <summary>A policy set that is put in force.</summary>
    public PolicySetWrite? PolicySet { get; init; }
}
