using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>Composes a transaction Bundle and remembers what each part is, so that its fate can be checked. Not thread safe.</summary>
internal sealed class StoryMessage
{
    private readonly JsonArray _entries = [];
    private readonly List<StoryPart> _parts = [];

    /// <summary>The parts, in order.</summary>
    public IReadOnlyList<StoryPart> Parts => _parts;

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a resource; answers its index.</summary>
    public int Add(JsonObject resource, string? urn = null)
    {
        var entry = new JsonObject();
        if (urn is not null)
        {
            entry["fullUrl"] = urn;
        }

        var type = resource["resourceType"]!.ToString();
        entry["resource"] = resource;
        entry["request"] = new JsonObject { ["method"] = "POST", ["url"] = type };
        _entries.Add(entry);
        return _entries.Count - 1;
    }

    /// <summary>Adds a resource that is one part.</summary>
    public StoryMessage Say(StoryPerson? person, string name, JsonObject resource, string canary, bool? fate, string? urn = null)
    {
        _parts.Add(new StoryPart(Add(resource, urn), person, name, null, canary, fate));
        return this;
    }

    /// <summary>Adds a Patient; the parts are its elements.</summary>
    public StoryPatient Person(StoryPerson person)
    {
        var resource = FhirNodes.Patient(person);
        return new StoryPatient(this, person, resource, Add(resource, person.Urn));
    }

    /// <summary>The Bundle.</summary>
    public byte[] ToBytes() => JsonBytes.Of(new JsonObject { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = _entries.DeepClone() });

    /// <summary>Notes a part of an entry.</summary>
    internal void Note(StoryPart part) => _parts.Add(part);
}
