using System.Globalization;
using System.Text;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Writes SVG 1.1 as text: elements and presentation attributes only. No script, no style attribute (the console's content policy allows neither), numbers in the invariant culture, all text
/// escaped. Not thread safe.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins an element.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes) => Tag(name, attributes, ">");

    /// <summary>Writes an element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes) => Tag(name, attributes, "/>\n");

    /// <summary>Writes an element with text.</summary>
    public void Text(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(name, attributes, ">");
        Escape(text);
        Close(name);
    }

    /// <summary>Ends an element.</summary>
    public void Close(string name) => _text.Append("</").Append(name).Append(">\n");

    /// <summary>A number as SVG reads it, at most two decimals.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Tag(string name, ReadOnlySpan<(string Name, string Value)> attributes, string end)
    {
        _text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }

        _text.Append(end);
    }

    private void Escape(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                < ' ' or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => _text.Append(' '),
                _ => _text.Append(rune.ToString()),
            };
        }
    }
}
