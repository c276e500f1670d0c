namespace ConvenantGateway.Exchange;

/// <summary>A composed person report: the decision, and two versions. Immutable.</summary>
/// <param name="Entitlement">Whether it may be given.</param>
/// <param name="Document">The person's version; a refusal in writing where nothing may be given.</param>
/// <param name="Judgement">The officers' version.</param>
public sealed record PersonReport(ReportEntitlement Entitlement, PersonDocument Document, OfficerDocument Judgement)
{
    /// <summary>SHA-256 of the person's version, lower-case hex.</summary>
    public string Digest => ReportJson.DigestOf(Document);

    /// <summary>SHA-256 of the officers' version, lower-case hex: what the two officers judged.</summary>
    public string JudgementDigest => ReportJson.DigestOf(Judgement);
}
