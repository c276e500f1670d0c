namespace ConvenantGateway.Policy;

/// <summary>The sharing matrix as CSV (RFC 4180) for spreadsheets: the same lines from the command line and from the console. Pure.</summary>
public static class MatrixCsv
{
    private static readonly string[] Header = ["rule", "kind", "from", "to", "purpose", "by", "profiles", "procedure", "grounds", "evidence", "rol", "categories", "level", "never", "obligations", "mark", "title"];

    /// <summary>The lines, the header first, without line ends.</summary>
    public static IEnumerable<string> Lines(IEnumerable<MatrixRow> rows) =>
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
