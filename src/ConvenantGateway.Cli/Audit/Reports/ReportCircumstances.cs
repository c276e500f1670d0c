using ConvenantGateway.Exchange;

namespace ConvenantGateway.Cli.Audit;

/// <summary>The circumstances of a request (<c>--request</c>). What is not given is not granted.</summary>
internal sealed record ReportCircumstances
{
    /// <summary>The day the request came in; today by default.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>How the identity was checked.</summary>
    public ReportProof Identity { get; init; }

    /// <summary>The role in the own file.</summary>
    public ReportRol Rol { get; init; }

    /// <summary>Under curatele.</summary>
    public bool OnderCuratele { get; init; }

    /// <summary>Has a mentor.</summary>
    public bool HasMentor { get; init; }

    /// <summary>Can weigh the own interests.</summary>
    public bool? CanWeigh { get; init; }

    /// <summary>The representative's capacity.</summary>
    public RepresentativeCapacity Capacity { get; init; }

    /// <summary>How the authority was shown.</summary>
    public AuthorityProof Authority { get; init; }

    /// <summary>The representative.</summary>
    public ReportPerson? Representative { get; init; }

    /// <summary>The representative is the vermoedelijke pleger.</summary>
    public bool RepresentativeIsSuspect { get; init; }

    /// <summary>The betrokkene's interest opposes.</summary>
    public bool? InterestOpposes { get; init; }
}
