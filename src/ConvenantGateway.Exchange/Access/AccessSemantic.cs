namespace ConvenantGateway.Exchange;

/// <summary>When a batch stops (AuthZEN 1.0 section 7.1.2.1, <c>options.evaluations_semantic</c>).</summary>
internal enum AccessSemantic : byte
{
    /// <summary><c>execute_all</c>: every evaluation is answered.</summary>
    ExecuteAll = 0,

    /// <summary><c>deny_on_first_deny</c>: stops after the first denial or error.</summary>
    DenyOnFirstDeny,

    /// <summary><c>permit_on_first_permit</c>: stops after the first permit.</summary>
    PermitOnFirstPermit,
}
