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
        }).Prepend(Header).Select(static cells => string.Join(',', cells.Select(CsvCell.Of)));
}
