using System.Collections.Immutable;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>What <c>$outcome</c> was asked: <c>Parameters</c> with <c>recipient</c>, <c>purpose</c>, <c>actor</c>, <c>about</c> (one or more) and <c>response</c>. Names live in memory only.</summary>
/// <param name="Recipient">The recipient's slug.</param>
/// <param name="Purpose">The purpose's code.</param>
/// <param name="Actor"><c>system</c>, <c>id</c>, <c>name</c>, <c>role</c>.</param>
/// <param name="About">The persons.</param>
/// <param name="Response">The answers.</param>
internal sealed record OutcomeRequest(string Recipient, string Purpose, ActorDetails Actor, ImmutableArray<PersonTraits> About, QuestionnaireAnswers Response)
{
    private const int MaxPersons = 50;
    private static readonly string[] ActorParts = ["system", "id", "name", "role"];
    private static readonly string[] PersonParts = ["family", "given", "birthDate", "gender", "postalCode"];

    /// <summary>Reads strictly: no unknown, repeated or wrongly typed parameter, no duplicate key.</summary>
    /// <returns>The request, or the refusal that names the element, never its value.</returns>
    public static (OutcomeRequest? Request, ExchangeRefusal? Refusal) Read(ReadOnlyMemory<byte> body)
    {
        if (!ReadableJson.Is(body.Span))
        {
            return Refuse(ExchangeErrorKind.BodyRefused, "het bericht is geen geldige JSON", "Parameters");
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            var root = document.RootElement;
            return FhirElement.Is(root, "Parameters", "id", "meta", "parameter") && root.TryGetProperty("parameter", out var parameters) && parameters.ValueKind == JsonValueKind.Array
                ? ReadAll(parameters)
                : Refuse(ExchangeErrorKind.BodyRefused, "verwacht wordt een `Parameters` met `parameter`", "Parameters");
        }
        catch (JsonException)
        {
            return Refuse(ExchangeErrorKind.BodyRefused, "het bericht is geen geldige JSON", "Parameters");
        }
    }

    private static (OutcomeRequest?, ExchangeRefusal?) ReadAll(JsonElement parameters)
    {
        string? recipient = null;
        string? purpose = null;
        ActorDetails? actor = null;
        QuestionnaireAnswers? answers = null;
        var about = ImmutableArray.CreateBuilder<PersonTraits>();
        var index = -1;
        foreach (var parameter in parameters.EnumerateArray())
        {
            var at = $"Parameters.parameter[{++index}]";
            switch (FhirElement.Text(parameter, "name"))
            {
                case "recipient" when recipient is null && FhirElement.Value(parameter) is { } value:
                    recipient = value;
                    break;
                case "purpose" when purpose is null && FhirElement.Value(parameter) is { } value:
                    purpose = value;
                    break;
                case "actor" when actor is null && FhirElement.Parts(parameter, ActorParts) is { } parts:
                    actor = new ActorDetails { System = parts.GetValueOrDefault("system"), Id = parts.GetValueOrDefault("id"), Name = parts.GetValueOrDefault("name"), Role = parts.GetValueOrDefault("role") };
                    break;
                case "about" when about.Count < MaxPersons && FhirElement.Parts(parameter, PersonParts) is { } parts:
                    about.Add(new PersonTraits(parts.GetValueOrDefault("family", ""), parts.GetValueOrDefault("given"), parts.GetValueOrDefault("birthDate"), parts.GetValueOrDefault("gender"), parts.GetValueOrDefault("postalCode")));
                    break;
                case "response" when answers is null && parameter.TryGetProperty("resource", out var resource):
                    (answers, var refusal) = QuestionnaireAnswers.Read(resource, $"{at}.resource");
                    if (refusal is not null)
                    {
                        return (null, refusal);
                    }

                    break;
                case "recipient" or "purpose" or "actor" or "about" or "response":
                    return Refuse(ExchangeErrorKind.InvalidParameter, "deze parameter heeft geen leesbare waarde of komt te vaak voor", at);
                default:
                    return Refuse(ExchangeErrorKind.UnknownParameter, "deze parameter bestaat hier niet", at);
            }
        }

        return recipient is null || purpose is null || answers is null || about.Count == 0
            || string.IsNullOrWhiteSpace(actor?.System) || string.IsNullOrWhiteSpace(actor.Id) || string.IsNullOrWhiteSpace(actor.Role)
            ? Refuse(ExchangeErrorKind.InvalidParameter, "nodig zijn `recipient`, `purpose`, `actor` (met `system`, `id` en `role`), `about` en `response`", "Parameters.parameter")
            : (new OutcomeRequest(recipient, purpose, actor, about.ToImmutable(), answers), null);
    }

    private static (OutcomeRequest?, ExchangeRefusal?) Refuse(ExchangeErrorKind kind, string text, string expression) => (null, ExchangeRefusal.Of(kind, text, expression));
}
