using System.Buffers;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Writes a plan as a FHIR R4 <c>Questionnaire</c>: one item per step, enabled by the answers that lead to it. Dutch, with English as translation.</summary>
/// <param name="guide">The plans.</param>
/// <param name="publicBase">The address that makes it canonical.</param>
internal sealed class QuestionnaireJson(WegwijzerGuide guide, string publicBase)
{
    /// <summary>The code system of answers.</summary>
    public const string Answers = "https://convenantgateway.nl/fhir/CodeSystem/wegwijzer-antwoord";

    /// <summary>The ending of the item that takes the text of a step.</summary>
    public const string TextSuffix = ".toelichting";

    /// <summary>The ending of the item that explains a step.</summary>
    public const string HelpSuffix = ".uitleg";

    private const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";
    private const string Source = "https://convenantgateway.nl/fhir/StructureDefinition/wegwijzer-bron";
    private const string Mark = "https://convenantgateway.nl/fhir/StructureDefinition/wegwijzer-merk";

    /// <summary>The canonical address of a plan.</summary>
    public static string Canonical(string publicBase, string group) => $"{publicBase}/wegwijzer/{group}";

    /// <summary>The plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asked">With recipient, purpose and date known, the facts they decide are filled in; else null.</param>
    public byte[] Compose(WegwijzerPlan plan, WegwijzerCase? asked)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Questionnaire");
            json.WriteString("id", plan.Group);
            json.WriteString("language", "nl");
            json.WriteString("url", Canonical(publicBase, plan.Group));
            json.WriteString("version", guide.Digest);
            json.WriteString("name", $"Wegwijzer_{plan.Group}");
            Text(json, "title", $"Wegwijzer: {plan.Title}", $"Wegwijzer: {plan.English}");
            json.WriteString("status", "active");
            json.WriteString("publisher", "ConvenantGateway");
            Text(json, "description", guide.Notice, guide.NoticeEnglish);
            Text(json, "purpose", guide.Notice, guide.NoticeEnglish);
            json.WriteStartArray("item");
            foreach (var step in plan.Steps)
            {
                Step(json, plan, step, asked);
            }

            foreach (var outcome in guide.Outcomes.Values.OrderBy(static o => o.Code, StringComparer.Ordinal))
            {
                Ending(json, plan, outcome);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>All plans as a FHIR <c>List</c> of references.</summary>
    public byte[] List()
    {
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "List");
            json.WriteString("status", "current");
            json.WriteString("mode", "snapshot");
            json.WriteString("title", "Wegwijzer");
            json.WriteStartArray("note");
            json.WriteStartObject();
            json.WriteString("text", guide.Notice);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("entry");
            foreach (var plan in guide.Plans.Values.OrderBy(static p => p.Group, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteStartObject("item");
                json.WriteString("reference", Canonical(publicBase, plan.Group));
                json.WriteString("type", "Questionnaire");
                json.WriteString("display", plan.Title);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Step(Utf8JsonWriter json, WegwijzerPlan plan, WegwijzerStep step, WegwijzerCase? asked)
    {
        json.WriteStartObject();
        Extensions(json, step);
        json.WriteString("linkId", step.Id);
        Text(json, "text", step.Question, step.English);
        json.WriteString("type", step.Kind == WegwijzerStepKind.YesNo ? "boolean" : "choice");
        EnableWhen(json, plan, step.Id);
        json.WriteBoolean("required", true);
        var known = asked is not null && step.Kind == WegwijzerStepKind.Fact && step.Answers.All(static a => a.When is not { IsFree: false })
            ? step.Answers.First(a => a.When is null || a.When.Holds(asked, []))
            : null;
        if (known is not null)
        {
            json.WriteBoolean("readOnly", true);
        }

        if (step.Kind != WegwijzerStepKind.YesNo)
        {
            json.WriteStartArray("answerOption");
            foreach (var answer in step.Answers)
            {
                json.WriteStartObject();
                Coding(json, "valueCoding", answer.Id, answer);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (known is not null)
        {
            json.WriteStartArray("initial");
            json.WriteStartObject();
            Coding(json, "valueCoding", known.Id, null);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (step.Help.Length > 0)
        {
            json.WriteStartArray("item");
            json.WriteStartObject();
            json.WriteString("linkId", step.Id + HelpSuffix);
            Text(json, "text", step.Help, step.HelpEnglish);
            json.WriteString("type", "display");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (step.Answers.Any(static a => a.NeedsText))
        {
            json.WriteStartObject();
            json.WriteString("linkId", step.Id + TextSuffix);
            Text(json, "text", "Licht uw antwoord toe", "Explain your answer");
            json.WriteString("type", "text");
            EnableWhen(json, step.Answers.Where(static a => a.NeedsText).Select(a => (step, a)));
            json.WriteBoolean("required", true);
            json.WriteNumber("maxLength", WegwijzerRun.MaxText);
            json.WriteEndObject();
        }
    }

    private static void Ending(Utf8JsonWriter json, WegwijzerPlan plan, WegwijzerOutcome outcome)
    {
        if (!plan.Steps.Any(s => s.Answers.Any(a => a.Next == outcome.Code)))
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("linkId", outcome.Code);
        Text(json, "text", $"{outcome.Title}. {outcome.Advice}", $"{outcome.English}. {outcome.AdviceEnglish}");
        json.WriteString("type", "display");
        EnableWhen(json, plan, outcome.Code);
        json.WriteEndObject();
    }

    private static void Extensions(Utf8JsonWriter json, WegwijzerStep step)
    {
        json.WriteStartArray("extension");
        foreach (var source in step.Sources)
        {
            json.WriteStartObject();
            json.WriteString("url", Source);
            json.WriteString("valueString", source.ToString());
            json.WriteEndObject();
        }

        json.WriteStartObject();
        json.WriteString("url", Mark);
        json.WriteString("valueCode", step.IsDerived ? "derived" : "sourced");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void EnableWhen(Utf8JsonWriter json, WegwijzerPlan plan, string id) =>
        EnableWhen(json, plan.Steps.SelectMany(static s => s.Answers.Select(a => (s, a))).Where(e => e.a.Next == id));

    private static void EnableWhen(Utf8JsonWriter json, IEnumerable<(WegwijzerStep Step, WegwijzerAnswer Answer)> edges)
    {
        var list = edges.ToList();
        if (list.Count == 0)
        {
            return;
        }

        json.WriteStartArray("enableWhen");
        foreach (var (step, answer) in list)
        {
            json.WriteStartObject();
            json.WriteString("question", step.Id);
            json.WriteString("operator", "=");
            if (step.Kind == WegwijzerStepKind.YesNo)
            {
                json.WriteBoolean("answerBoolean", answer.Id == "ja");
            }
            else
            {
                Coding(json, "answerCoding", answer.Id, null);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("enableBehavior", "any");
    }

    private static void Coding(Utf8JsonWriter json, string name, string code, WegwijzerAnswer? shown)
    {
        json.WriteStartObject(name);
        json.WriteString("system", Answers);
        json.WriteString("code", code);
        if (shown is not null)
        {
            Text(json, "display", shown.Label, shown.English);
        }

        json.WriteEndObject();
    }

    /// <summary>A Dutch text with its English translation (FHIR translation extension).</summary>
    private static void Text(Utf8JsonWriter json, string name, string dutch, string english)
    {
        json.WriteString(name, dutch);
        json.WriteStartObject("_" + name);
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("url", "lang");
        json.WriteString("valueCode", "en");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("url", "content");
        json.WriteString("valueString", english);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("url", Translation);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
