using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ConvenantGateway.Filter.Tests;

/// <summary>What is JSON as FHIR writes it, by somebody else's parser: the base library's, told to be strict. Half surrogates, which it lets through, are looked for by reading every text.</summary>
internal static class StrictJsonOracle
{
    public static bool Accepts(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(
                json.ToArray(), new JsonDocumentOptions { AllowDuplicateProperties = false, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow, MaxDepth = ResourceFilter.MaxDepth });
            return IsText(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(static p => p.Name.Length >= 0 && IsText(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.String => element.GetString() is not null,
        _ => true,
    };
}
