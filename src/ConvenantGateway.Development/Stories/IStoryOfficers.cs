namespace ConvenantGateway.Development.Stories;

/// <summary>What the officers' side of the gateway does in the last chapter. The Host implements it on the console's own ports, with the same recorded looks.</summary>
public interface IStoryOfficers
{
    /// <summary>The records that an officer sees, newest first.</summary>
    /// <param name="officer">The officer's id, e.g. <c>fg-ashg-noord</c>.</param>
    /// <param name="inquiry">The inquiry under which a supervisor looks; null for an officer of an organisation.</param>
    /// <param name="since">Only records of this instant or later.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The records; empty if the officer sees none.</returns>
    Task<IReadOnlyList<StoryRecord>> SeenByAsync(string officer, string? inquiry, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Opens an inquiry for the supervisor, recorded, valid from now for an hour, for these organisations.</summary>
    /// <param name="number">The inquiry's number, unique.</param>
    /// <param name="scope">The organisations.</param>
    /// <param name="since">From which instant records are in scope.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task OpenInquiryAsync(string number, IReadOnlyList<string> scope, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Closes a Weekcontrole of the officer's organisation, itself a record.</summary>
    /// <returns>A receipt text that the report prints, e.g. the log index; null if it could not be closed.</returns>
    Task<string?> CloseWeekcontroleAsync(string officer, CancellationToken cancellation);

    /// <summary>Verifies the whole log.</summary>
    Task<StoryVerification> VerifyLogAsync(CancellationToken cancellation);

    /// <summary>Verifies a copy of the log in which one byte of one record was changed. The log itself is not touched.</summary>
    Task<StoryVerification> VerifyChangedCopyAsync(CancellationToken cancellation);
}
