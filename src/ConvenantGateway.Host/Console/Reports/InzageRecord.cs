using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The record of a step with a person report: codes, officers and digests; the document itself stays in the sealed request.</summary>
internal static class InzageRecord
{
    /// <summary>The act of a new revision, stored in the same transaction and about the same persons: what erases the request erases what its record says, the motivation too.</summary>
    public static ConsoleAct Of(PersonReportFile file) => new(RecordType.PersonReport, file.Request.Viewer, Values(file), new StoreWrites { PersonReport = file }) { Persons = file.Request.Persons };

    private static ImmutableArray<RecordValue> Values(PersonReportFile file)
    {
        var request = file.Request;
        return
        [
            new("act", file.State.ToString().ToLowerInvariant()),
            new("request", request.Id.ToString("D")),
            new("revision", $"{file.Revision}"),
            new("due", $"{file.Due:yyyy-MM-dd}"),
            new("applicant", request.Applicant.ToString().ToLowerInvariant()),
            new("capacity", request.Capacity.ToString().ToLowerInvariant()),
            new("identity", request.Identity.ToString().ToLowerInvariant()),
            new("vertegenwoordiger-is-vermoedelijke-pleger", request.RepresentativeIsSuspect || file.NeedsMotivation ? "ja" : "nee"),
            new("asked-by", file.AskedBy),
            new("prepared-by", file.PreparedBy),
            new("decided-by", file.DecidedBy),
            new("article", file.Document is { RefusedUnder.Length: > 0 } refused ? refused.RefusedUnder : file.Judgement is { } judged ? string.Join("; ", judged.Articles) : ""),
            new("motivation", file.Motivation),
            new("document-digest", file.Document is { } document ? ReportJson.DigestOf(document) : ""),
            new("judgement-digest", file.Judgement is { } judgement ? ReportJson.DigestOf(judgement) : ""),
        ];
    }
}
