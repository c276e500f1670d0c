using System.Text;
using ConvenantGateway.Fuzz;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Holds the filter's own reading of JSON against a strict parser's.</summary>
internal static class Strictness
{
    public static ResourceFilter Filter { get; } = Lines.Filter(Lines.Of("Patient", "active structure", "name D01", "communication D01", "identifier[system=http://bsn] D03", "multipleBirth D06"));

    public static FilterScope Everything { get; } = new(CategorySet.All, CategorySet.All, null, true);

    /// <summary>Accepted exactly where a strict parser accepts it, the input unchanged, and what is left is strict JSON too.</summary>
    public static void AssertAgrees(byte[] json)
    {
        var before = json.ToArray();
        var outcome = Filter.Filter(json, Everything);
        Assert.Equal(before, json);
        if (!StrictJson.Accepts(json))
        {
            Assert.True(outcome.Refusal is not null && outcome.Body is null, $"accepted what a strict parser refuses: {Encoding.UTF8.GetString(json)}");
            return;
        }

        Assert.True(outcome.Refusal is null or { Code: FilterErrorCodes.WrongForm or FilterErrorCodes.UnknownResource }, $"{outcome.Refusal?.Code} for {Encoding.UTF8.GetString(json)}");
        if (outcome.Body is { } body)
        {
            Assert.True(StrictJson.Accepts(body.Utf8.Span));
        }
    }
}
