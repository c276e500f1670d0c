using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The sharing matrix as text for people and as CSV (RFC 4180) for spreadsheets.</summary>
internal static class MatrixText
{
    private static readonly string[] Header = ["rule", "kind", "from", "to", "purpose", "by", "profiles", "procedure", "grounds", "evidence", "rol", "categories", "level", "never", "obligations", "mark", "title"];

    public static IEnumerable<string> Lines(IEnumerable<MatrixRow> rows)
    {
        foreach (var rule in rows.GroupBy(static r => r.Rule, StringComparer.Ordinal))
        {
            var first = rule.First();
            yield return $"{first.Rule}  {first.From} → {first.To}  {first.Purpose}  {first.By}  ({first.Profiles}){(first.IsEmergency ? "  Noodprocedure" : "")}";
            yield return $"    {first.Title} [{first.Mark}]";
            if (first.IsProhibition)
            {
                yield return $"    verboden: {(first.Never.Length == 0 ? "alles" : first.Never)}";
                continue;
            }

            yield return $"    grondslag {first.Grounds}{(first.Evidence.Length == 0 ? "" : $"; bewijs {first.Evidence}")}{(first.Obligations.Length == 0 ? "" : $"; verplicht {first.Obligations}")}";
            foreach (var row in rule)
            {
                yield return $"    {row.Rol}: {(row.Categories.Length == 0 ? "niets" : row.Categories)}{(row.Level == "L0" ? "" : $" {row.Level}")}";
            }
        }
    }

    public static IEnumerable<string> Csv(IEnumerable<MatrixRow> rows) =>
        rows.Select(static r => new[]
        {
            r.Rule, r.IsProhibition ? "prohibit" : "permit", r.From, r.To, r.Purpose, r.By, r.Profiles, r.IsEmergency ? "emergency" : "ordinary", r.Grounds, r.Evidence, r.Rol, r.Categories, r.Level, r.Never,
            r.Obligations, r.Mark, r.Title,
        }).Prepend(Header).Select(static cells => string.Join(',', cells.Select(Cell)));

    /// <summary>A cell that begins as a formula would is defused with a quote, for people open this in a spreadsheet.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
