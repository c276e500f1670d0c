using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Guard;

/// <summary>A scan over a small classification: a Patient of whom nothing but the name flows, and an Observation of which everything does.</summary>
internal static class GuardRun
{
    public static readonly CategorySet Released = CategorySet.Of(1) | CategorySet.Of(14);

    public static PersonHandles Handles { get; } = new(new byte[32]);

    public static FrozenDictionary<string, ElementClassification> Elements { get; } = new[]
    {
        new ElementClassification("Patient", default, [],
        [
            new ElementRule("id", ElementKind.Structure, default),
            new ElementRule("name", ElementKind.Category, CategorySet.Of(1)),
            new ElementRule("telecom", ElementKind.Category, CategorySet.Of(4)),
            new ElementRule("telecom[use=temp]", ElementKind.Category, CategorySet.Of(2)),
            new ElementRule("identifier[system=http://fhir.nl/fhir/NamingSystem/bsn]", ElementKind.Category, CategorySet.Of(3)),
            new ElementRule("address", ElementKind.Category, CategorySet.Of(4)),
            new ElementRule("contact", ElementKind.Category, CategorySet.Of(21)),
        ]),
        new ElementClassification("Observation", CategorySet.Of(14), [],
        [
            new ElementRule("valueString", ElementKind.ResourceClass, default),
            new ElementRule("performer", ElementKind.Category, CategorySet.Of(21)),
        ]),
    }.ToFrozenDictionary(static e => e.ResourceType);

    /// <summary>What a text that flows tells of a Patient that was cut.</summary>
    public static CategorySet Told(string patient, string text, CategorySet? released = null, params TextForm[] lawful)
    {
        var input = new GuardInput("Patient", Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient",{{patient}}}"""), default, released ?? Released, [], []);
        return Scan([input], lawful).Hits(Observation(text));
    }

    public static OutgoingScan Scan(IEnumerable<GuardInput> inputs, params TextForm[] lawful) =>
        new(CutValues.Of(inputs, Elements), [.. lawful], new KnownDigests(Handles, []), new ShelterPlaces(Handles, FrozenSet<string>.Empty));

    public static byte[] Observation(string text) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["resourceType"] = "Observation", ["id"] = "0198f2a0-0000-7000-8000-000000000001", ["status"] = "final", ["valueString"] = text }.ToJsonString());

    public static OutgoingScan Known(CategorySet released, params KnownWhereabout[] values) =>
        new([], [], new KnownDigests(Handles, [(Person, new PersonWhereabouts([.. values], []), released)]), new ShelterPlaces(Handles, FrozenSet<string>.Empty));

    public static PersonHandle Person { get; } = new(new string('a', 64));

    public static KnownWhereabout Value(TextFormKind kind, string value, CategorySet category, bool isReleased = false) =>
        new(kind, WhereaboutsDigest.Of(Handles, Person, new TextForm(kind, value)), category, isReleased);
}
