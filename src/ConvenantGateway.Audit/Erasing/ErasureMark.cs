namespace ConvenantGateway.Audit;

/// <summary>Why values are not readable any more: present, content erased under a rule.</summary>
/// <param name="Tombstone">The index of the record that says so.</param>
/// <param name="Rule">The rule, e.g. <c>Wbp-36</c> or <c>retention-log-POL</c>.</param>
public sealed record ErasureMark(long Tombstone, string Rule);
