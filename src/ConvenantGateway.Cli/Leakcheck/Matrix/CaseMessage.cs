using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A transaction under construction. Not thread safe.</summary>
internal sealed class CaseMessage
{
    private readonly JsonArray _entries = [];

    /// <summary>Where its canaries live.</summary>
    public List<CanaryHome> Homes { get; } = [];

    /// <summary>The persons.</summary>
    public List<CasePerson> Persons { get; } = [];

    /// <summary>The <c>fullUrl</c> of what a request gives as its reason.</summary>
    public string? Reason { get; set; }

    /// <summary>The person of a role.</summary>
    public string UrnOf(BetrokkeneRol rol) => Persons.First(p => p.Rol == rol).Urn;

    /// <summary>Adds a resource.</summary>
    public void Add(JsonObject resource, string urn) => _entries.Add(new JsonObject
    {
        ["fullUrl"] = urn,
        ["resource"] = resource,
        ["request"] = new JsonObject { ["method"] = "POST", ["url"] = resource["resourceType"]!.ToString() },
    });

    /// <summary>The Bundle.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Bundle().ToJsonString());

    /// <summary>The same with what R4 does not know: an element, a nested one and a member of the Bundle, each with a canary of its own.</summary>
    public byte[] ToHostileBytes(CanaryBook book, CanaryHome home)
    {
        var bundle = Bundle();
        var resource = bundle["entry"]![0]!["resource"]!.AsObject();
        resource[book.Text("Patient.(unknown)", home, CanaryFate.Never)] = book.Text("Patient.(unknown)", home, CanaryFate.Never);
        resource["name"]![0]!.AsObject()[book.Text("Patient.name.(unknown)", home, CanaryFate.Never)] = book.Text("Patient.name.(unknown)", home, CanaryFate.Never);
        bundle[book.Text("Bundle.(unknown)", home, CanaryFate.Never)] = book.Text("Bundle.(unknown)", home, CanaryFate.Never);
        resource["gender"] = book.Text("Patient.gender", home, CanaryFate.Never);
        return Encoding.UTF8.GetBytes(bundle.ToJsonString());
    }

    private JsonObject Bundle() => new() { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = _entries.DeepClone() };
}
