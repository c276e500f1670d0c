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

    /// <summary>By child and value: the arrays would be compared by reference, so that no two conditions were equal and a slice fell apart into one per line.</summary>
    public bool Equals(SliceCondition? other) => other is not null && Child == other.Child && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Child, Value);
}
