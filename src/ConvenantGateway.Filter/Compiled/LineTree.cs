using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>The element lines of one type as a tree: what a line says of an element, of what is in it, and of its slices. Used while compiling only.</summary>
internal sealed class LineTree
{
    private readonly Dictionary<string, LineTree> _children = new(StringComparer.Ordinal);

    /// <summary>What the line of this very element says; null if there is none.</summary>
    public ElementRule? Line { get; private set; }

    /// <summary>What lines say of its children, in file order.</summary>
    public IEnumerable<KeyValuePair<string, LineTree>> Children => _children;

    /// <summary>Slices, in file order.</summary>
    public List<(SliceCondition[] Conditions, LineTree Tree)> Slices { get; } = [];

    /// <summary>True for the lines of a Reference whose target may not be named.</summary>
    public bool HidesTarget { get; private init; }

    /// <summary>True if a line speaks of something inside this element or of a slice of it.</summary>
    public bool HasMore => _children.Count > 0 || Slices.Count > 0;

    /// <summary>True if a line speaks of something inside this element.</summary>
    public bool HasChildren => _children.Count > 0;

    /// <summary>The lines of one type.</summary>
    /// <exception cref="ArgumentException">A path cannot be read.</exception>
    public static LineTree Of(ElementClassification classification)
    {
        var root = new LineTree();
        foreach (var rule in classification.Elements)
        {
            var steps = PathStep.ReadAll(rule.Path) ?? throw new ArgumentException($"`{rule.Path}` is not an element path", nameof(classification));
            var tree = root;
            foreach (var step in steps)
            {
                tree = tree.Descend(step);
            }

            tree.Line = rule;
        }

        return root;
    }

    /// <summary>What lines say of a child; null if nothing.</summary>
    public LineTree? Child(string name) => _children.GetValueOrDefault(name);

    /// <summary>The lines of a Reference that hold although its target may not be named: who it is by number or by name. Null if there are none.</summary>
    public LineTree? WithoutTarget()
    {
        var left = new LineTree { HidesTarget = true };
        foreach (var (name, child) in _children)
        {
            if (name is "identifier" or "display")
            {
                left._children.Add(name, child);
            }
        }

        return left.HasChildren ? left : null;
    }

    /// <summary>True if no line inside releases anything that the element itself does not release: then one look at the element cuts all of it. Its own slices decide for themselves.</summary>
    /// <param name="required">What the element demands.</param>
    public bool AsksAtLeast(uint required) =>
        _children.Values.All(child => child.Asks(required) && child.AsksAtLeast(required) && child.Slices.TrueForAll(s => s.Tree.Asks(required) && s.Tree.AsksAtLeast(required)));

    private bool Asks(uint required) => Line is not { } line || (Requirement.Of(line) is var own && (own == Requirement.Never || (own & required) == required));

    private LineTree Descend(PathStep step)
    {
        if (!_children.TryGetValue(step.Name, out var child))
        {
            _children.Add(step.Name, child = new LineTree());
        }

        if (step.Conditions.Length == 0)
        {
            return child;
        }

        foreach (var (conditions, tree) in child.Slices)
        {
            if (conditions.SequenceEqual(step.Conditions))
            {
                return tree;
            }
        }

        var slice = new LineTree();
        child.Slices.Add((step.Conditions, slice));
        return slice;
    }
}
