using System.Text.Json;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Cli.Audit.Erasing;

/// <summary>Reads a person from a file or from standard input, never from the arguments of a command: <c>{"family": …, "given": …, "birthDate": "yyyy-MM-dd", "gender": …}</c>. No error names a value.</summary>
internal static class PersonFile
{
    private const int MaxLength = 10_000;
    private static readonly string[] Genders = ["female", "male", "other", "unknown"];

    /// <summary>Reads.</summary>
    /// <param name="path">A file, or <c>-</c> for the input.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="FormatException">It is not a person.</exception>
    public static PersonTraits Read(string path, TextReader input)
    {
        var text = path == "-" ? input.ReadToEnd() : File.ReadAllText(path);
        if (text.Length > MaxLength)
        {
            throw new FormatException("the person is longer than 10,000 characters");
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the person is not JSON (line {e.LineNumber + 1})");
        }
    }

    private static PersonTraits Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("the person is not a JSON object");
        }

        string? family = null, given = null, birth = null, gender = null;
        foreach (var property in root.EnumerateObject())
        {
            var value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : throw new FormatException("every field of the person is text");
            switch (property.Name)
            {
                case "family": family = value; break;
                case "given": given = value; break;
                case "birthDate": birth = value; break;
                case "gender": gender = value; break;
                default: throw new FormatException("the person has a field other than `family`, `given`, `birthDate` and `gender`");
            }
        }

        if (string.IsNullOrWhiteSpace(family) || birth is null)
        {
            throw new FormatException("the person needs `family` and `birthDate`");
        }

        return gender is null || Genders.Contains(gender, StringComparer.Ordinal)
            ? new PersonTraits(family, given, birth, gender, null)
            : throw new FormatException("`gender` is one of female, male, other, unknown");
    }
}
