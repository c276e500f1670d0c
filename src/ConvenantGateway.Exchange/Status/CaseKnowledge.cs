using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the holder's register says of a person: only ever turned into a level. Never leaves as such.</summary>
/// <param name="Level">The level that permission and roles allow.</param>
/// <param name="Rules">The rules of the answer.</param>
/// <param name="Since">Since when, at L2.</param>
/// <param name="Coordinator">By whom, at L2.</param>
/// <param name="Permission">The holder's permission it rests on.</param>
internal sealed record CaseKnowledge(StatusLevel Level, ImmutableArray<string> Rules, string? Since, string? Coordinator, StandingPermission? Permission)
{
    private static readonly CaseKnowledge Nothing = new(StatusLevel.L0, [], null, null, null);

    /// <summary>
    /// Looks. The same look-ups happen for every person asked about, known or not: persons, permission, episodes. Several hits or roles give the lowest level; an uncertain match is L0.
    /// </summary>
    public static async ValueTask<CaseKnowledge> LookAsync(ExchangeCall call, PersonHandle handle, bool isAbout, PullParts parts, CancellationToken cancellation)
    {
        var persons = await parts.Resources.FindPersonsAsync(call.Counterparty, handle, cancellation);
        var permission = await parts.Resources.FindPermissionAsync(call.Counterparty, handle, call.Caller, call.Grant!.Purpose, call.LawDate, cancellation);
        var patient = persons.IsEmpty ? handle.Hex : persons[0].PatientId;
        var episodes = await parts.Resources.SearchAsync(
            new ResourceQuery
            {
                Register = call.Counterparty,
                Source = call.Counterparty,
                Type = "EpisodeOfCare",
                Terms = [new SearchTerm("patient", $"Patient/{patient}")],
                Limit = 10,
            },
            cancellation);

        // The decision is made for somebody in any case, so that known and unknown persons cost the same.
        var facts = persons.IsEmpty
            ? [new BetrokkeneFacts(default, CategorySet.All)]
            : persons.Select(static p => new BetrokkeneFacts(p.Rollen, CategorySet.All)).ToArray();
        var decisions = new BetrokkeneDecision[facts.Length];
        var decision = PullDecision.Answer(
            call, Initiative.Status, permission?.Ground ?? call.Grant.Ground, permission is null ? Evidence.None : PullDecision.EvidenceOf(permission), facts, decisions);

        var open = episodes.Resources.Select(static r => Episode.Read(r.Json)).Where(static e => e.IsOpen).ToList();
        if (!isAbout || persons.IsEmpty || permission is null || decision.Verdict != Verdict.Permit || open.Count == 0)
        {
            return Nothing;
        }

        var level = permission.Level;
        foreach (var one in decisions)
        {
            level = one.Level < level ? one.Level : level;
        }

        var first = open.OrderBy(static e => e.Since, StringComparer.Ordinal).First();
        return level == StatusLevel.L0
            ? Nothing
            : new CaseKnowledge(level, [.. decision.Basis.Rules.Select(static r => r.Code)], first.Since, first.Coordinator, permission);
    }

    private sealed record Episode(bool IsOpen, string? Since, string? Coordinator)
    {
        public static Episode Read(ReadOnlyMemory<byte> json)
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var status = root.TryGetProperty("status", out var s) ? s.GetString() : null;
            var since = root.TryGetProperty("period", out var period) && period.TryGetProperty("start", out var start) ? start.GetString() : null;
            var coordinator = root.TryGetProperty("careManager", out var manager) && manager.TryGetProperty("display", out var display) ? display.GetString() : null;
            return new Episode(status is "planned" or "waitlist" or "active" or "onhold", since, coordinator);
        }
    }
}
