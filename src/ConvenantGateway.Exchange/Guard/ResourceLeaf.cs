using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>One text or number of a resource.</summary>
/// <param name="Key">The name of its property.</param>
/// <param name="Parent">The name of the element around it; empty at the root.</param>
/// <param name="Holder">The object it stands in.</param>
/// <param name="Own">The resource's own element that it is in, e.g. <c>address</c>.</param>
/// <param name="Item">Which item of that element; null where it is no array.</param>
/// <param name="Place">What the classification says.</param>
/// <param name="Text">The text; never printed.</param>
internal sealed record ResourceLeaf(string Key, string Parent, JsonElement Holder, string Own, int? Item, ElementPlace Place, string Text)
{
    /// <summary>Never prints a value.</summary>
    public override string ToString() => $"{Parent}.{Key}";
}
