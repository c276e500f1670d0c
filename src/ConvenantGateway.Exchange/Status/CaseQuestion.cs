using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>What <c>$case-status</c> was asked: <c>Parameters</c> with <c>family</c>, <c>given</c>, <c>birthDate</c>, <c>gender</c>, <c>postalCode</c>, <c>identifier</c> (design.md 3.2).</summary>
/// <param name="Traits">Who.</param>
internal sealed record CaseQuestion(PersonTraits Traits)
{
    /// <summary>Reads the Parameters resource strictly: no unknown, repeated or wrongly typed parameter, no duplicate key, no comment.</summary>
    /// <returns>The question, or the refusal that names the element, never its value.</returns>
    public static (CaseQuestion? Question, ExchangeRefusal? Refusal) Read(ReadOnlyMemory<byte> body)
    {
        if (!ReadableJson.Is(body.Span))
        {
            return Refuse("het bericht is geen geldige JSON", "Parameters", ExchangeErrorKind.BodyRefused);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return Refuse("het bericht is geen geldige JSON", "Parameters", ExchangeErrorKind.BodyRefused);
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "resourceType") != "Parameters"
                || root.EnumerateObject().Any(static p => p.Name is not ("resourceType" or "id" or "meta" or "parameter"))
                || !root.TryGetProperty("parameter", out var parameters) || parameters.ValueKind != JsonValueKind.Array)
            {
                return Refuse("verwacht wordt een `Parameters` met `parameter`", "Parameters", ExchangeErrorKind.BodyRefused);
            }

            return ReadAll(parameters);
        }
    }

    private static (CaseQuestion?, ExchangeRefusal?) ReadAll(JsonElement parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var index = -1;
        foreach (var parameter in parameters.EnumerateArray())
        {
            index++;
            var name = parameter.ValueKind == JsonValueKind.Object ? Text(parameter, "name") : null;
            if (name is not ("identifier" or "family" or "given" or "birthDate" or "gender" or "postalCode"))
            {
                return Refuse("deze parameter bestaat hier niet", $"Parameters.parameter[{index}]", ExchangeErrorKind.UnknownParameter);
            }

            if (name == "identifier")
            {
                if (!parameter.TryGetProperty("valueIdentifier", out var identifier) || identifier.ValueKind != JsonValueKind.Object || parameter.EnumerateObject().Count() != 2)
                {
                    return Refuse("verwacht wordt `valueIdentifier`", $"Parameters.parameter[{index}]", ExchangeErrorKind.InvalidParameter);
                }

                continue;
            }

            var value = parameter.EnumerateObject()
                .Where(static p => p.Name.StartsWith("value", StringComparison.Ordinal) && p.Name is "valueString" or "valueDate" or "valueCode" && p.Value.ValueKind == JsonValueKind.String)
                .Select(static p => p.Value.GetString())
                .FirstOrDefault();
            if (string.IsNullOrWhiteSpace(value) || parameter.EnumerateObject().Count() != 2 || !values.TryAdd(name, value))
            {
                return Refuse("deze parameter heeft geen leesbare waarde of komt twee keer voor", $"Parameters.parameter[{index}]", ExchangeErrorKind.InvalidParameter);
            }
        }

        return values.TryGetValue("family", out var family) && values.TryGetValue("birthDate", out var birthDate)
            ? (new CaseQuestion(new PersonTraits(family, values.GetValueOrDefault("given"), birthDate, values.GetValueOrDefault("gender"), values.GetValueOrDefault("postalCode"))), null)
            : Refuse("`family` en `birthDate` zijn nodig", "Parameters.parameter", ExchangeErrorKind.InvalidParameter);
    }

    private static (CaseQuestion?, ExchangeRefusal?) Refuse(string text, string expression, ExchangeErrorKind kind) =>
        (null, ExchangeRefusal.Of(kind, text, expression));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
