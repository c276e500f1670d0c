using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary><c>POST {type}/_search</c>: data flows counterparty → caller. One instance per request.</summary>
public sealed class SearchInteraction(PullParts parts, PageTokens pages, string type, IReadOnlyList<KeyValuePair<string, string>> form) : IInteraction
{
    /// <inheritdoc/>
    public string By => "search";

    /// <inheritdoc/>
    public string AskedOf(ExchangeCall call) => call.Policy.Snapshot.Elements.ContainsKey(type) ? SearchParameters.Asked(type, form) : "";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        // 2. Exchange: decided without a register
        if (!call.Policy.Snapshot.Elements.ContainsKey(type))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.UnknownType), call);
        }

        if (!Scopes.Covers(call.Grant!.Scopes, type, 's'))
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow), call);
        }

        var (parameters, refusal) = SearchParameters.Read(type, form);
        if (parameters is null)
        {
            return Refusals.Prepare(refusal!, call);
        }

        var binding = Binding(call, parameters);
        long? after = null;
        if (parameters.Page is { } token && (after = pages.Open(token, binding)) is null)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(ExchangeErrorKind.InvalidParameter, "de pagina is niet (meer) geldig", "_search._page"), call);
        }

        // 3. Decide the question
        var facts = call.IsOwn ? DossierFacts.None : await parts.Evidence.ReadAsync(call.Grant, cancellation);
        var (denied, rules) = PullDecision.Question(call, Initiative.Search, facts);
        if (denied is not null)
        {
            return Refusals.Prepare(denied, call);
        }

        // 3, 4. Decide each answer and cut it
        var query = new ResourceQuery
        {
            Register = call.Counterparty,
            Source = call.IsOwn ? null : call.Counterparty,
            Type = type,
            Id = parameters.Id,
            Terms = parameters.Terms,
            Limit = parameters.Count,
            After = after,
        };
        var page = await parts.Resources.SearchAsync(query, cancellation);
        var seen = new List<PulledResource>(page.Resources.Length);
        foreach (var stored in page.Resources)
        {
            var one = await PulledResource.SeeAsync(call, stored, Initiative.Search, call.IsOwn ? default : parameters.Searched, parts, cancellation);
            if (one.Body is { } body && (parameters.Code is not { } code || CodeMatch.Has(body.Utf8.Span, code)))
            {
                seen.Add(one);
            }
        }

        // A page that shows nothing says nothing of what follows it, unless it is the caller's own.
        var next = page.Next is { } position && (call.IsOwn || seen.Count > 0) ? pages.Seal(position, binding) : null;
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(SearchSetJson.Compose(call.FhirBase, type, [.. seen.Select(static one => (one.Stored.Id, one.Body!.Utf8))], next)),
            IsAbsence = seen.Count == 0 && !call.IsOwn,
            Writes = new StoreWrites { RestsOn = facts.RestsOn(call.Caller) },
            Record = seen.Count == 0
                ? new AnswerRecord { Outcome = "absent", Rules = rules, Views = [Views.OfCaller(call, [])] }
                : PullRecords.Released(call, rules, seen, facts),
        };
    }

    private string Binding(ExchangeCall call, SearchParameters p) => string.Join(
        '\n',
        ImmutableArray.Create(call.Caller.Value, call.Counterparty.Value, type, call.Grant!.Purpose.Code, call.Policy.Snapshot.ManifestDigest, p.Id ?? "", p.Code ?? "")
            .AddRange(p.Terms.Select(static t => $"{t.Name}={t.Value}")));
}
