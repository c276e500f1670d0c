using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// <c>POST AuditEvent/_search</c> at the own address: the events of the own log, newest first (rule SELF). The record of the search says what was asked and how many were shown; about persons it is only if the token
/// is, or each look at the log would make as many new events as it shows. One instance per request.
/// </summary>
public sealed class AuditEventSearchInteraction(AuditEventParts events, PageTokens pages, IReadOnlyList<KeyValuePair<string, string>> form) : IInteraction
{
    private const int Batch = 200;

    /// <summary>So many records are looked at for one page; then it ends, full or not, and says where the next begins.</summary>
    private const int MaxScanned = 2000;

    /// <inheritdoc/>
    public string By => "search";

    /// <inheritdoc/>
    public string AskedOf(ExchangeCall call) => SearchParameters.Asked("AuditEvent", form);

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        if (!call.IsOwn)
        {
            throw new InvalidOperationException("log lines are searched by their own organisation only");
        }

        if (!Scopes.Covers(call.Grant!.Scopes, "AuditEvent", 's'))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow), call);
        }

        var (parameters, refusal) = AuditEventParameters.Read(form);
        if (parameters is null)
        {
            return Refusals.Prepare(refusal!, call);
        }

        var binding = Binding(call, parameters);
        long? start = null;
        if (parameters.Page is { } token && (start = pages.Open(token, binding)) is null)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.InvalidParameter, "de pagina is niet (meer) geldig", "_search._page"), call);
        }

        var (found, position) = await FindAsync(call, parameters, start is { } at ? AuditEventPosition.Unpack(at) : null, cancellation);
        var next = position is { } last ? pages.Seal(last.Pack(), binding) : null;
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(SearchSetJson.Compose(call.FhirBase, "AuditEvent", found, next)),
            Record = new AnswerRecord
            {
                Outcome = "released",
                Rules = ["SELF"],
                Views = [Views.OfCaller(call, [new RecordValue("resources", $"AuditEvent:{found.Count}")])],
            },
        };
    }

    private async ValueTask<(List<(string Id, ReadOnlyMemory<byte> Json)> Found, AuditEventPosition? Next)> FindAsync(
        ExchangeCall call, AuditEventParameters parameters, AuditEventPosition? start, CancellationToken cancellation)
    {
        var node = events.NodeOf(call);
        var found = new List<(string, ReadOnlyMemory<byte>)>(parameters.Count);
        var from = start;
        for (var scanned = 0; scanned < MaxScanned;)
        {
            var records = await events.Log.ListAsync(call.Caller.Value, QueryOf(call, parameters, from), cancellation);
            foreach (var visible in records)
            {
                var seen = new ProjectedRecord(visible, call.Caller.Value);
                var shape = AuditEventParts.ShapeOf(call, seen);
                foreach (var place in Matches(parameters, shape) ? AuditEventParts.PlacesOf(call, seen) : [])
                {
                    if (from is { } begun && begun.Index == seen.Index && place < begun.Place)
                    {
                        continue;
                    }

                    if (found.Count == parameters.Count)
                    {
                        return (found, new AuditEventPosition(seen.Index, place));
                    }

                    found.Add((node.IdOf(seen.Index, place), AuditEventJson.Compose(seen, place, shape, node)));
                }
            }

            if (records.Count < Batch)
            {
                return (found, null);
            }

            scanned += records.Count;
            from = AuditEventPosition.After(records[^1].Index);
        }

        return (found, from);
    }

    private static bool Matches(AuditEventParameters parameters, AuditEventShape shape) =>
        (parameters.Outcome is null || parameters.Outcome == shape.Outcome) && (parameters.Action is null || parameters.Action == shape.Action);

    private static RecordQuery QueryOf(ExchangeCall call, AuditEventParameters parameters, AuditEventPosition? from) => new()
    {
        Types = AuditEventShape.Types,
        From = parameters.From,
        Until = parameters.Until,
        Partner = parameters.Agent,
        Person = call.Grant!.About is { Length: 1 } about ? (ReadOnlyMemory<byte>?)about[0].ToBytes() : null,
        Before = from is { } begun ? begun.Before : null,
        Limit = Batch,
    };

    private static string Binding(ExchangeCall call, AuditEventParameters parameters) => string.Join(
        '\n',
        [call.Caller.Value, "AuditEvent", call.Grant!.Purpose.Code, call.Policy.Snapshot.ManifestDigest, parameters.Binding, .. call.Grant.About.Select(static p => p.Hex)]);
}
