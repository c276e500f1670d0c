using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>One decision in plain words, as lines or as JSON.</summary>
internal static class Explanation
{
    /// <exception cref="FormatException">No date was given and the covenant re-enacts none.</exception>
    public static int Write((PolicyRequest Request, DateOnly? Date) ask, (ExplainAudience Audience, ExplainLanguage Language) form, PolicySnapshot snapshot, PolicyWriter writer)
    {
        if ((ask.Date ?? snapshot.Covenant.Reenactment) is not { } date)
        {
            throw new FormatException("the covenant re-enacts no date: give `--date`");
        }

        var explanation = PolicyExplainer.Explain(snapshot, ask.Request with { LawDate = date }, form.Audience, form.Language);
        writer.Write(
            new
            {
                date,
                verdict = explanation.Verdict?.ToString(),
                rules = explanation.Rules.Select(static r => r.Code),
                laws = explanation.Laws,
                released = explanation.Released.Select(static r => new { rol = r.Rol.ToString(), categories = r.Categories.Codes(), level = r.Level.ToString() }),
                unmet = explanation.Unmet,
                text = explanation.Lines,
            },
            explanation.Lines);
        return explanation.Verdict == Verdict.Permit ? ExitCode.Yes : ExitCode.No;
    }
}
