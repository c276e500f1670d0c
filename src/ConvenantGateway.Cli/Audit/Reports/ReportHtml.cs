using System.Globalization;
using System.Net;
using System.Text;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Cli.Audit;

/// <summary>A person report as one HTML page for paper: no script, nothing from elsewhere. Pure.</summary>
internal static class ReportHtml
{
    /// <summary>The person's version.</summary>
    public static string Write(PersonDocument document, string notice)
    {
        var html = new StringBuilder();
        var title = document.RefusedUnder.Length > 0 ? "Antwoord op uw verzoek om inzage" : ReportPlainText.Title;
        html.Append("<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>").Append(Safe(title)).Append("</title></head><body>\n<h1>").Append(Safe(title)).Append("</h1>\n<p><strong>").Append(Safe(notice)).Append("</strong></p>\n<dl>\n");
        Fact(html, "Kenmerk", document.Reference);
        Fact(html, "Antwoord van", document.Answerer);
        Fact(html, "Voor", document.Recipient);
        Fact(html, "Wet", $"{document.Regime} ({string.Join("; ", document.Articles)})");
        Fact(html, "Verzoek van", document.Received);
        Fact(html, "Antwoord uiterlijk", document.Due);
        Fact(html, "Gemaakt op", document.Made);
        html.Append("</dl>\n");
        foreach (var text in document.Texts)
        {
            html.Append("<p>").Append(Safe(text)).Append("</p>\n");
        }

        if (document.RefusedUnder.Length == 0)
        {
            Rows(html, document);
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void Rows(StringBuilder html, PersonDocument document)
    {
        if (document.Rows.IsEmpty)
        {
            html.Append("<p>").Append(Safe(ReportPlainText.Nothing)).Append("</p>\n");
        }
        else
        {
            html.Append("<table>\n<caption>Uitwisselingen over de betrokkene, de oudste eerst</caption>\n<thead><tr>");
            foreach (var heading in (string[])["Wanneer", "Wat en wie", "Doel", "Grondslag", "Gegevens", "Afgeleid"])
            {
                html.Append("<th scope=\"col\">").Append(heading).Append("</th>");
            }

            html.Append("</tr></thead>\n<tbody>\n");
            foreach (var row in document.Rows)
            {
                html.Append("<tr><th scope=\"row\">").Append(Safe(row.When)).Append("</th>");
                foreach (var cell in (string[])[$"{row.Movement} {row.Counterpart}", row.Purpose, row.Articles.IsEmpty ? row.Ground : $"{row.Ground} ({string.Join("; ", row.Articles)})", string.Join(", ", row.Categories), string.Join(", ", row.Derived)])
                {
                    html.Append("<td>").Append(Safe(cell)).Append("</td>");
                }

                html.Append("</tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        foreach (var remark in document.Remarks)
        {
            html.Append("<p>Weggelaten: ").Append(remark.Count.ToString(CultureInfo.InvariantCulture)).Append(" (").Append(Safe(remark.Article)).Append("): ").Append(Safe(remark.Why)).Append(".</p>\n");
        }
    }

    private static void Fact(StringBuilder html, string name, string value) => html.Append("<dt>").Append(name).Append("</dt><dd>").Append(Safe(value)).Append("</dd>\n");

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
