using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The sharing matrix as text for people; <see cref="MatrixCsv"/> has it for spreadsheets.</summary>
internal static class MatrixText
{
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
}
