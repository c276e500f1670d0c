using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>A fixed value of a child that picks a slice: <c>[system=http://…]</c>.</summary>
/// <param name="Child">The name of a primitive child.</param>
/// <param name="Value">Its value, compared ordinally.</param>
internal sealed record SliceCondition(string Child, string Value)
{
    /// <summary>The child's name in UTF-8.</summary>
    public byte[] ChildUtf8 { get; } = Encoding.UTF8.GetBytes(Child);

    /// <summary>The value in UTF-8.</summary>
    public byte[] ValueUtf8 { get; } = Encoding.UTF8.GetBytes(Value);
}
