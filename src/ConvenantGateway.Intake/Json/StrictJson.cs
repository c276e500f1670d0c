using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>Reads JSON more strictly than the SDK does, which drops comments silently: UTF-8, no comment, no trailing comma, no duplicate key, no unpaired surrogate, depth 64.</summary>
internal static class StrictJson
{
    private const int MaxBytes = 10 * 1024 * 1024;
    private const int MaxDepth = 64;

    /// <summary>The root object, or the issue.</summary>
    public static (JsonObject? Root, IntakeIssue? Issue) Read(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
        {
            return (null, new IntakeIssue(IntakeCodes.TooLarge, 413, "too-long", "Bundle", "het bericht is groter dan 10 MiB"));
        }

        if (!Utf8.IsValid(body.Span))
        {
            return (null, Malformed("1:1", "het bericht is geen UTF-8"));
        }

        try
        {
            using (JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }))
            {
                CheckSurrogates(body.Span);
            }

            var root = JsonNode.Parse(body.Span, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });
            return root is JsonObject found ? (found, null) : (null, Malformed("1:1", "verwacht wordt een JSON-object"));
        }
        catch (JsonException e)
        {
            return (null, Malformed($"{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}", "het bericht is geen strikte JSON (diepte hoogstens 64, geen commentaar, geen dubbele sleutel)"));
        }
        catch (InvalidOperationException)
        {
            return (null, Malformed("1:1", "het bericht bevat een half surrogaatpaar"));
        }
    }

    /// <exception cref="InvalidOperationException">A string holds an unpaired surrogate.</exception>
    private static void CheckSurrogates(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }
    }

    private static IntakeIssue Malformed(string place, string text) => new(IntakeCodes.NotJson, 400, "structure", place, text);
}
