using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>Gives every entry the gateway's id and rewrites the references between entries. Nothing is ever dereferenced.</summary>
internal sealed class BundleReferences
{
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    /// <summary>The assigned id per entry index.</summary>
    public Dictionary<int, string> Ids { get; } = [];

    /// <summary>Assigns ids; a <c>fullUrl</c> or <c>Type/id</c> that stands twice is an issue.</summary>
    public void Assign(IEnumerable<BundleEntry> entries, Func<string> newId, List<IntakeIssue> issues)
    {
        foreach (var entry in entries)
        {
            var id = newId();
            Ids[entry.Index] = id;
            var target = $"{entry.Type}/{id}";
            var isTwice = entry.FullUrl is { } url && !_targets.TryAdd(url, target);
            if (entry.Resource.Text("id") is { } own && $"{entry.Type}/{own}" is var name && name != entry.FullUrl)
            {
                isTwice |= !_targets.TryAdd(name, target);
            }

            if (isTwice)
            {
                issues.Add(new IntakeIssue(IntakeCodes.FullUrlTwice, 400, "invalid", $"Bundle.entry[{entry.Index}].fullUrl", "deze `fullUrl` of dit id staat twee keer in het bericht"));
            }
        }
    }

    /// <summary>Rewrites the literal references of one resource in place and lists them.</summary>
    public List<IntakeReference> Rewrite(BundleEntry entry)
    {
        var found = new List<IntakeReference>();
        foreach (var (path, node) in JsonWalk.Objects(entry.Type, entry.Resource))
        {
            if (node.Text("reference") is not { } reference)
            {
                continue;
            }

            if (reference.StartsWith('#'))
            {
                found.Add(new IntakeReference(path, reference, true));
            }
            else if (_targets.TryGetValue(reference, out var target))
            {
                node["reference"] = target;
                found.Add(new IntakeReference(path, target, true));
            }
            else
            {
                found.Add(new IntakeReference(path, reference, false));
            }
        }

        return found;
    }
}
