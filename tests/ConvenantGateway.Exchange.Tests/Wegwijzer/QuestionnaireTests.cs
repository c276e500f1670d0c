using System.Text.Json.Nodes;
using ConvenantGateway.Policy;
using CsCheck;

namespace ConvenantGateway.Exchange.Tests.Wegwijzer;

/// <summary>A client that knows only FHIR's <c>enableWhen</c> walks the plan as the engine does.</summary>
public sealed class QuestionnaireTests
{
    private static readonly string[] Kinds = ["HA", "POL", "ASHG", "AMK", "VT", "GI", "RVDK", "OM", "VO", "BURG", "DHV"];
    private static readonly string[] Purposes = ["REPORT-DV", "REPORT-CHILD", "REFER", "INVESTIGATE", "ACUTE", "ADVICE", "PROBATION", "PROTECT-MEASURE", "HVB-DECIDE", "TREAT"];
    private static readonly DateOnly[] Dates = [new(2009, 6, 1), new(2013, 7, 2), new(2015, 6, 1), new(2026, 1, 1)];

    [Fact]
    public void Questionnaire_WalkedByItsItemsOnly_EndsWhereTheEngineEnds() =>
        Gen.Select(OneOf([.. RepositoryPolicy.Guide.Plans.Keys.Order(StringComparer.Ordinal)]), OneOf(Kinds), OneOf(Purposes), OneOf(Dates), Gen.Int[0, 1_000_000].Array[40])
            .Sample(static (group, kind, purpose, date, choices) =>
            {
                var guide = RepositoryPolicy.Guide;
                var plan = guide.Plans[group];
                var asked = new WegwijzerCase(new PartyKind(kind), new Purpose(purpose), date);
                var items = JsonNode.Parse(new QuestionnaireJson(guide, "https://localhost:8443").Compose(plan, asked))!["item"]!.AsArray();
                var answers = new Dictionary<string, string>(StringComparer.Ordinal);
                var run = WegwijzerRun.Start(guide, plan, asked);
                foreach (var choice in choices)
                {
                    FillFacts(items, answers, run);
                    var open = items.Where(i => i!["type"]!.GetValue<string>() is "boolean" or "choice" && !answers.ContainsKey(Id(i)) && IsEnabled(i, answers)).Select(static i => Id(i!)).ToList();
                    var ends = items.Where(i => i!["type"]!.GetValue<string>() == "display" && IsEnabled(i, answers)).Select(static i => Id(i!)).ToList();
                    Assert.Equal(run.Current is { } asks ? [asks.Id] : [], open);
                    Assert.Equal(run.Outcome is { } outcome ? [outcome.Code] : [], ends);
                    if (run.Current is not { } step)
                    {
                        return;
                    }

                    var answer = step.Answers[choice % step.Answers.Length];
                    answers[step.Id] = answer.Id;
                    Assert.Equal(answer.NeedsText, items.Any(i => Id(i!) == step.Id + QuestionnaireJson.TextSuffix && IsEnabled(i!, answers)));
                    run = run.Answer(new WegwijzerReply(step.Id, answer.Id, answer.NeedsText ? "reden" : "")).Run;
                }

                Assert.Fail("a way of more than forty questions");
            }, iter: 3_000);

    [Fact]
    public void Questionnaire_EveryPlan_SaysThatItIsDerived()
    {
        foreach (var plan in RepositoryPolicy.Guide.Plans.Values)
        {
            var json = JsonNode.Parse(new QuestionnaireJson(RepositoryPolicy.Guide, "https://localhost:8443").Compose(plan, null))!;
            Assert.Contains("afgeleid", json["description"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("afgeleid", json["purpose"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.DoesNotContain(json["item"]!.AsArray(), static i => i!["initial"] is not null);
        }
    }

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>The client takes what is filled in; a fact that hangs on earlier answers it asks the professional, who answers as the engine does.</summary>
    private static void FillFacts(JsonArray items, Dictionary<string, string> answers, WegwijzerRun run)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var item in items.Where(i => !answers.ContainsKey(Id(i!)) && IsEnabled(i!, answers)))
            {
                var code = item!["initial"]?[0]?["valueCoding"]?["code"]?.GetValue<string>() ?? (run.Plan.Find(Id(item)) is { Kind: WegwijzerStepKind.Fact } fact ? run.Passed.FirstOrDefault(p => p.Step == fact.Id)?.Answer : null);
                if (code is not null)
                {
                    answers[Id(item)] = code;
                    changed = true;
                    break;
                }
            }
        }
    }

    private static bool IsEnabled(JsonNode item, Dictionary<string, string> answers) =>
        item["enableWhen"] is not JsonArray conditions || conditions.Any(c =>
            answers.TryGetValue(c!["question"]!.GetValue<string>(), out var given)
            && given == (c["answerBoolean"] is { } yes ? (yes.GetValue<bool>() ? "ja" : "nee") : c["answerCoding"]!["code"]!.GetValue<string>()));

    private static string Id(JsonNode item) => item["linkId"]!.GetValue<string>();
}
