namespace ConvenantGateway.Store;

/// <summary>A hold on a person's records: nothing is erased that would make values about the person unreadable for the viewer.</summary>
/// <param name="Transaction">Names it; for the first that a record laid, the record's own.</param>
/// <param name="Viewer">Whose records.</param>
/// <param name="Person">The person's blind value under the viewer's search key, lower-case hex.</param>
/// <param name="Reason">A code, e.g. <c>zaak-2026-17</c>.</param>
/// <param name="Until">The last day.</param>
/// <param name="By">Who laid it.</param>
/// <param name="IsLifted">True once it was lifted.</param>
public sealed record LegalHold(Guid Transaction, string Viewer, string Person, string Reason, DateOnly Until, string By, bool IsLifted)
{
    /// <summary>The transaction of the record that laid it, with others for the same person; <see cref="Guid.Empty"/> for one that an earlier build laid.</summary>
    public Guid Order { get; init; }

    /// <summary>True if it stops erasure on a day.</summary>
    public bool Runs(DateOnly day) => !IsLifted && day <= Until;
}
