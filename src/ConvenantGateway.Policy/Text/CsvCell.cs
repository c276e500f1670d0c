namespace ConvenantGateway.Policy;

/// <summary>A cell of CSV (RFC 4180) that a spreadsheet reads as text. Pure; thread safe.</summary>
public static class CsvCell
{
    /// <summary>The cell: quoted where it must be, and defused with an apostrophe where a spreadsheet would run it as a formula, white space before it or not.</summary>
    public static string Of(string text)
    {
        var start = text.AsSpan().TrimStart();
        var safe = start.Length > 0 && (start[0] is '=' or '+' or '-' or '@' || text[0] is '\t' or '\r' or '\n') ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
