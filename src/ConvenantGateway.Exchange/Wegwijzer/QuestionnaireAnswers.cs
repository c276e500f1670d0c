using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The answers of a completed FHIR R4 <c>QuestionnaireResponse</c>, by <c>linkId</c>, in whatever order they stand.</summary>
/// <param name="Questionnaire">The canonical it names, or null.</param>
/// <param name="Values">Answer ids and texts by <c>linkId</c>.</param>
internal sealed record QuestionnaireAnswers(string? Questionnaire, IReadOnlyDictionary<string, string> Values)
{
    private const int MaxItems = 500;

    /// <summary>Reads strictly.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="at">Where it stands.</param>
    public static (QuestionnaireAnswers? Answers, ExchangeRefusal? Refusal) Read(JsonElement resource, string at)
    {
        if (!FhirElement.Is(resource, "QuestionnaireResponse", "id", "meta", "language", "questionnaire", "status", "authored", "item") || FhirElement.Text(resource, "status") != "completed"
            || !resource.TryGetProperty("item", out var items) || items.ValueKind != JsonValueKind.Array || items.GetArrayLength() > MaxItems)
        {
            return Refuse("verwacht wordt een `QuestionnaireResponse` met status `completed` en `item`", at);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var index = -1;
        foreach (var item in items.EnumerateArray())
        {
            var place = $"{at}.item[{++index}]";
            if (FhirElement.Text(item, "linkId") is not { Length: > 0 } linkId || item.EnumerateObject().Any(static m => m.Name is not ("linkId" or "text" or "answer" or "item")))
            {
                return Refuse("verwacht wordt een vraag met `linkId` en `answer`", place);
            }

            if (item.TryGetProperty("answer", out var answers) && (Value(answers) is not { } value || !values.TryAdd(linkId, value)))
            {
                return Refuse("verwacht wordt één antwoord: `valueBoolean`, `valueCoding` van deze vragenlijst, of `valueString`", place);
            }
        }

        return (new QuestionnaireAnswers(FhirElement.Text(resource, "questionnaire"), values), null);
    }

    /// <summary>Walks the plan along the answers. Each step on the way must be answered, and nothing else may be.</summary>
    /// <returns>The run with its outcome, or what is wrong with which step.</returns>
    public (WegwijzerRun? Run, string Step, string Text) Walk(WegwijzerGuide guide, WegwijzerPlan plan, WegwijzerCase asked)
    {
        var run = WegwijzerRun.Start(guide, plan, asked);
        while (run.Current is { } step)
        {
            if (!Values.TryGetValue(step.Id, out var answer))
            {
                return (null, step.Id, "deze vraag is niet beantwoord");
            }

            var (next, fault) = run.Answer(new WegwijzerReply(step.Id, answer, Values.GetValueOrDefault(step.Id + QuestionnaireJson.TextSuffix, "")));
            if (fault != WegwijzerFault.None)
            {
                return (null, step.Id, TextOf(fault));
            }

            run = next;
        }

        foreach (var (linkId, value) in Values)
        {
            var id = linkId.EndsWith(QuestionnaireJson.TextSuffix, StringComparison.Ordinal) ? linkId[..^QuestionnaireJson.TextSuffix.Length] : linkId;
            if (run.Passed.FirstOrDefault(p => p.Step == id) is not { } passed)
            {
                return (null, linkId, "deze vraag wordt met deze antwoorden niet gesteld");
            }

            if (plan.Find(id)!.Kind == WegwijzerStepKind.Fact && (id != linkId || passed.Answer != value))
            {
                return (null, linkId, TextOf(WegwijzerFault.OtherFact));
            }
        }

        return (run, "", "");
    }

    private static string TextOf(WegwijzerFault fault) => fault switch
    {
        WegwijzerFault.UnknownAnswer => "dit antwoord bestaat niet bij deze vraag",
        WegwijzerFault.TextMissing => "licht dit antwoord toe",
        WegwijzerFault.TextTooLong => "de toelichting is langer dan 2.000 tekens",
        WegwijzerFault.TextNotAsked => "bij dit antwoord wordt geen toelichting gevraagd",
        WegwijzerFault.OtherFact => "dit antwoord volgt uit ontvanger, doel, datum en eerdere antwoorden, en is hier anders",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "cannot happen on this walk"),
    };

    private static string? Value(JsonElement answers)
    {
        if (answers.ValueKind != JsonValueKind.Array || answers.GetArrayLength() != 1 || answers[0].ValueKind != JsonValueKind.Object || answers[0].EnumerateObject().Count() != 1)
        {
            return null;
        }

        var value = answers[0].EnumerateObject().First();
        return value switch
        {
            { Name: "valueBoolean", Value.ValueKind: JsonValueKind.True } => "ja",
            { Name: "valueBoolean", Value.ValueKind: JsonValueKind.False } => "nee",
            { Name: "valueString", Value.ValueKind: JsonValueKind.String } => value.Value.GetString(),
            { Name: "valueCoding", Value.ValueKind: JsonValueKind.Object } when FhirElement.Text(value.Value, "system") == QuestionnaireJson.Answers => FhirElement.Text(value.Value, "code"),
            _ => null,
        };
    }

    private static (QuestionnaireAnswers?, ExchangeRefusal?) Refuse(string text, string at) => (null, ExchangeRefusal.Of(ExchangeErrorKind.BodyRefused, text, at));
}
