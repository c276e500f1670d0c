using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>One decision in plain words: verdict, rules, articles and how they were read, what flows per role, what is missing.</summary>
internal static class Explanation
{
    public static int Write((PolicyRequest Request, DateOnly? Date) ask, PolicySnapshot snapshot, PolicyWriter writer)
    {
        if ((ask.Date ?? snapshot.Covenant.Reenactment) is not { } date)
        {
            throw new FormatException("the covenant re-enacts no date: give `--date`");
        }

        var roles = Enum.GetValues<BetrokkeneRol>().Where(static r => r != BetrokkeneRol.Onbekend).ToArray();
        var decisions = new BetrokkeneDecision[roles.Length];
        var facts = roles.Select(static r => new BetrokkeneFacts(RolSet.Of(r), CategorySet.All)).ToArray();
        var decision = snapshot.Decider.Decide(ask.Request with { LawDate = date }, facts, decisions);
        var basis = decision.Basis;
        var released = roles.Zip(decisions).Where(static d => !d.Second.Released.IsEmpty).ToList();
        writer.Write(
            new
            {
                verdict = decision.Verdict.ToString(),
                rules = basis.Rules.Select(static r => r.Code),
                laws = basis.Laws,
                obligations = basis.Obligations.Select(static o => o.Code),
                released = released.Select(static r => new { rol = r.First.ToString(), categories = r.Second.Released.Codes(), level = r.Second.Level.ToString() }),
                unmet = decision.Unmet,
            },
            [
                $"{decision.Verdict.ToString().ToLowerInvariant()} ({date:yyyy-MM-dd})",
                .. basis.Rules.Select(static r => $"  regel {r}"),
                .. basis.Laws.Select(static l => $"  {l.Bwb} art. {l.Article}, tekst van {l.Text:yyyy-MM-dd}{(l.Read == "full" ? "" : $" ({l.Read})")}"),
                .. released.Select(static r => $"  {r.First.ToString().ToLowerInvariant()}: {r.Second.Released}{(r.Second.Level == StatusLevel.L0 ? "" : $", {r.Second.Level}")}"),
                .. basis.Obligations.Select(static o => $"  verplichting {o}"),
                .. decision.Unmet.Select(static u => $"  {u.Text}"),
            ]);
        return decision.Verdict == Verdict.Permit ? ExitCode.Yes : ExitCode.No;
    }
}
