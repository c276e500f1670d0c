using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Four eyes: one officer prepares, another of the same organisation releases the very same document (docs/person-report.md). Each step gives the next revision or says why not; storing it, with
/// its record, is the caller's. Pure; thread safe.
/// </summary>
public static class PersonReportDesk
{
    /// <summary>The longest motivation, in characters.</summary>
    public const int MostMotivation = 1000;

    /// <summary>Takes a request in. One that the organisation answers itself is sent on at once.</summary>
    public static (PersonReportFile? File, ReportDeskError Error) Ask(PersonReportRequest request, Officer officer, PolicySnapshot snapshot)
    {
        if (!IsOf(officer, request.Viewer) || !PartnerId.TryParse(request.Viewer, out var viewer) || !snapshot.Partners.TryGetValue(viewer, out var partner))
        {
            return (null, ReportDeskError.NotYours);
        }

        var regime = ReportRegimes.Of(partner.Kind, request.LawDate);
        return (new PersonReportFile
        {
            Request = request,
            Revision = 1,
            State = regime.IsAnswered ? PersonReportState.Asked : PersonReportState.Forwarded,
            Due = regime.Due(ReportWords.DayOf(request.Received)),
            AskedBy = officer.Id,
        }, ReportDeskError.None);
    }

    /// <summary>Freezes a report for the second officer. A prepared one may be prepared again; who did so last is its preparer.</summary>
    public static (PersonReportFile? File, ReportDeskError Error) Prepare(PersonReportFile file, Officer officer, PersonReport report, DateTimeOffset now)
    {
        if (Wrong(file, officer, PersonReportState.Asked, PersonReportState.Prepared) is var error && error != ReportDeskError.None)
        {
            return (null, error);
        }

        return report.Entitlement.IsRefused
            ? (null, ReportDeskError.NotEntitled)
            : (file with
            {
                Revision = file.Revision + 1,
                State = PersonReportState.Prepared,
                PreparedBy = officer.Id,
                PreparedAt = now,
                Document = report.Document,
                Judgement = report.Judgement,
                NeedsMotivation = report.Entitlement.NeedsMotivation,
            }, ReportDeskError.None);
    }

    /// <summary>Releases what was prepared.</summary>
    /// <param name="file">The newest revision.</param>
    /// <param name="officer">The second officer.</param>
    /// <param name="fresh">The same report composed now, as of the moment of preparation: a difference means that records or rules changed.</param>
    /// <param name="motivation">Why it may go, where that is needed.</param>
    /// <param name="now">The instant.</param>
    public static (PersonReportFile? File, ReportDeskError Error) Release(PersonReportFile file, Officer officer, PersonReport fresh, string motivation, DateTimeOffset now)
    {
        if (Wrong(file, officer, PersonReportState.Prepared) is var error && error != ReportDeskError.None)
        {
            return (null, error);
        }

        if (officer.Id == file.PreparedBy)
        {
            return (null, ReportDeskError.SameOfficer);
        }

        if (fresh.Entitlement.IsRefused || fresh.Digest != ReportJson.DigestOf(file.Document!) || fresh.JudgementDigest != ReportJson.DigestOf(file.Judgement!))
        {
            return (null, ReportDeskError.Stale);
        }

        return motivation.Length > MostMotivation || (file.NeedsMotivation && string.IsNullOrWhiteSpace(motivation))
            ? (null, ReportDeskError.NoMotivation)
            : (file with { Revision = file.Revision + 1, State = PersonReportState.Released, DecidedBy = officer.Id, DecidedAt = now, Motivation = motivation.Trim() }, ReportDeskError.None);
    }

    /// <summary>Refuses in writing, under one of the articles of <see cref="Refusals"/>.</summary>
    public static (PersonReportFile? File, ReportDeskError Error) Refuse(PersonReportFile file, Officer officer, string article, string motivation, PolicySnapshot snapshot, DateTimeOffset now)
    {
        if (Wrong(file, officer, PersonReportState.Asked, PersonReportState.Prepared) is var error && error != ReportDeskError.None)
        {
            return (null, error);
        }

        var chosen = Refusals(file.Request, snapshot).FirstOrDefault(a => a.ToString() == article);
        if (chosen == default)
        {
            return (null, ReportDeskError.UnknownArticle);
        }

        return string.IsNullOrWhiteSpace(motivation) || motivation.Length > MostMotivation
            ? (null, ReportDeskError.NoMotivation)
            : (file with
            {
                Revision = file.Revision + 1,
                State = PersonReportState.Refused,
                DecidedBy = officer.Id,
                DecidedAt = now,
                Document = PersonReportComposer.Refuse(file.Request, chosen, snapshot, now),
                Judgement = null,
                Motivation = motivation.Trim(),
            }, ReportDeskError.None);
    }

    /// <summary>The articles that a request may be refused under.</summary>
    public static IReadOnlyList<ReportArticle> Refusals(PersonReportRequest request, PolicySnapshot snapshot)
    {
        var regime = ReportRegimes.Of(snapshot.Partners[PartnerId.Parse(request.Viewer)].Kind, request.LawDate);
        return [.. new[] { regime.Withhold, regime.Interest, regime.Representative, regime.Incapable, regime.Identity }.Distinct()];
    }

    private static ReportDeskError Wrong(PersonReportFile file, Officer officer, params ReadOnlySpan<PersonReportState> states) =>
        !IsOf(officer, file.Request.Viewer) ? ReportDeskError.NotYours
        : states.Contains(file.State) ? ReportDeskError.None
        : ReportDeskError.WrongState;

    private static bool IsOf(Officer officer, string viewer) => officer.Role is OfficerRole.Fg or OfficerRole.Pf && officer.Organisation.Value == viewer && viewer.Length > 0;
}
