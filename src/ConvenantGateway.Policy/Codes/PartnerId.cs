using System.Diagnostics.CodeAnalysis;

namespace ConvenantGateway.Policy;

/// <summary>
/// The id of a counterparty in the covenant, e.g. <c>ashg-noord</c>: 1 to 64 characters of <c>a-z</c>, <c>0-9</c> and inner hyphens.
/// It is the file name in <c>policies/partners</c> and the first path segment of the partner's FHIR base.
/// </summary>
public readonly record struct PartnerId
{
    private readonly string? _value;

    private PartnerId(string value) => _value = value;

    /// <summary>The slug; empty for the default value, which names nobody.</summary>
    public string Value => _value ?? "";

    /// <summary>Parses a slug.</summary>
    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static PartnerId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"`{text}` is not a partner id");

    /// <summary>Parses a slug; false for null, empty, too long or any other character.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartnerId id)
    {
        id = default;
        if (string.IsNullOrEmpty(text) || text.Length > 64 || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        id = new PartnerId(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
