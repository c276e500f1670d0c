using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>The few places of a type that the index pass reads: tags, labels and the codes that class rules name. Immutable once built.</summary>
internal sealed class PathNode
{
    private readonly List<(byte[] Name, PathNode Node)> _children = [];

    /// <summary>The places in <see cref="CodingPaths"/> whose Codings stand here; -1 for none.</summary>
    public int Path { get; private set; } = -1;

    /// <summary>The node of a child; null if nothing in it is read.</summary>
    public PathNode? Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, node) in _children)
        {
            if (name.SequenceEqual(known))
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>Adds a place: <c>category.coding</c>.</summary>
    public void Add(string path, int number)
    {
        var node = this;
        foreach (var step in path.Split('.'))
        {
            var name = Encoding.UTF8.GetBytes(step);
            if (node.Find(name) is not { } next)
            {
                node._children.Add((name, next = new PathNode()));
            }

            node = next;
        }

        node.Path = number;
    }
}
