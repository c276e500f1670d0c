using System.Globalization;
using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>A person report as plain text for paper. Pure; thread safe.</summary>
public static class ReportPlainText
{
    /// <summary>The heading of a report, and of a refusal.</summary>
    public const string Title = "Overzicht van uitwisselingen";

    /// <summary>What stands in the place of the table if it is empty.</summary>
    public const string Nothing = "Er is geen uitwisseling om te tonen.";

    /// <summary>The person's version.</summary>
    public static string Write(PersonDocument document)
    {
        var text = new StringBuilder();
        Line(text, document.RefusedUnder.Length > 0 ? "Antwoord op uw verzoek om inzage" : Title);
        Line(text, "");
        Line(text, $"Kenmerk: {document.Reference}");
        Line(text, $"Antwoord van: {document.Answerer}");
        Line(text, $"Voor: {document.Recipient}");
        Line(text, $"Wet: {document.Regime} ({string.Join("; ", document.Articles)})");
        Line(text, $"Verzoek van: {document.Received}");
        Line(text, $"Antwoord uiterlijk: {document.Due}");
        Line(text, $"Gemaakt op: {document.Made}");
        Line(text, "");
        foreach (var sentence in document.Texts)
        {
            Line(text, sentence);
        }

        if (document.RefusedUnder.Length > 0)
        {
            return text.ToString();
        }

        Line(text, "");
        foreach (var row in document.Rows)
        {
            Row(text, row);
        }

        if (document.Rows.IsEmpty)
        {
            Line(text, Nothing);
        }

        foreach (var remark in document.Remarks)
        {
            Line(text, $"Weggelaten: {remark.Count.ToString(CultureInfo.InvariantCulture)} ({remark.Article}): {remark.Why}.");
        }

        return text.ToString();
    }

    /// <summary>The officers' version.</summary>
    public static string Write(OfficerDocument document)
    {
        var text = new StringBuilder();
        Line(text, "Alleen voor de functionarissen: nooit meegeven");
        Line(text, $"Besluit: {document.Decision} ({string.Join("; ", document.Articles)})");
        foreach (var note in document.Notes)
        {
            Line(text, note);
        }

        Line(text, "");
        foreach (var row in document.Rows)
        {
            Line(text, $"[{row.Index.ToString(CultureInfo.InvariantCulture)}] {row.When}: {row.Movement} {row.Counterpart}; {row.Purpose}; rol: {row.Rol}; {string.Join(", ", row.Categories)}");
            Line(text, $"    {Fate(row.Becomes)}{(row.Why.Length > 0 ? $": {row.Why}" : "")}{(row.Articles.IsEmpty ? "" : $" ({string.Join("; ", row.Articles)})")}");
        }

        return text.ToString();
    }

    /// <summary>What becomes of a record, in plain Dutch.</summary>
    public static string Fate(RowFate fate) => fate switch
    {
        RowFate.LeftOut => "weggelaten zonder spoor",
        RowFate.Withheld => "weggelaten, met vermelding",
        RowFate.NotDisclosed => "geen verstrekking",
        RowFate.Generalised => "als categorie, met maand",
        RowFate.Shown => "opgenomen",
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    private static void Row(StringBuilder text, ReportRow row)
    {
        Line(text, $"{row.When}: {row.Movement} {row.Counterpart}");
        Line(text, $"    doel: {row.Purpose}");
        Line(text, $"    grondslag: {row.Ground}{(row.Articles.IsEmpty ? "" : $" ({string.Join("; ", row.Articles)})")}");
        if (!row.Categories.IsEmpty)
        {
            Line(text, $"    gegevens: {string.Join(", ", row.Categories)}");
        }

        if (!row.Derived.IsEmpty)
        {
            Line(text, $"    afgeleid: {string.Join(", ", row.Derived)}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
