using System.Globalization;
using System.Numerics;

namespace ConvenantGateway.Policy;

/// <summary>A set of data categories <c>D01</c> to <c>D26</c> (domain.md section 2) as a bit mask. The default is the empty set: it permits nothing.</summary>
/// <param name="Bits">Bit n-1 stands for category Dn.</param>
public readonly record struct CategorySet(uint Bits)
{
    /// <summary>The number of categories.</summary>
    public const int Count = 26;

    /// <summary>All categories, D01 to D26.</summary>
    public static CategorySet All { get; } = new((1u << Count) - 1);

    /// <summary>True for the empty set.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>How many categories are in the set.</summary>
    public int Size => BitOperations.PopCount(Bits);

    /// <summary>The set of one category.</summary>
    /// <param name="number">1 to 26.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 26.</exception>
    public static CategorySet Of(int number) => number is >= 1 and <= Count
        ? new(1u << (number - 1))
        : throw new ArgumentOutOfRangeException(nameof(number), number, "categories run from D01 to D26");

    /// <summary>Parses one code such as <c>D05</c>; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> code, out CategorySet set)
    {
        set = default;
        if (code.Length != 3 || code[0] != 'D' || !int.TryParse(code[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > Count)
        {
            return false;
        }

        set = Of(n);
        return true;
    }

    /// <summary>True if every category of <paramref name="other"/> is in this set. True for the empty set.</summary>
    public bool Contains(CategorySet other) => (Bits & other.Bits) == other.Bits;

    /// <summary>True if the two sets share a category.</summary>
    public bool Overlaps(CategorySet other) => (Bits & other.Bits) != 0;

    /// <summary>Union.</summary>
    public static CategorySet operator |(CategorySet a, CategorySet b) => new(a.Bits | b.Bits);

    /// <summary>Intersection.</summary>
    public static CategorySet operator &(CategorySet a, CategorySet b) => new(a.Bits & b.Bits);

    /// <summary>Difference.</summary>
    public static CategorySet operator -(CategorySet a, CategorySet b) => new(a.Bits & ~b.Bits);

    /// <summary>The codes in ascending order.</summary>
    public IEnumerable<string> Codes()
    {
        for (var n = 1; n <= Count; n++)
        {
            if (Contains(Of(n)))
            {
                yield return n < 10 ? $"D0{n}" : $"D{n}";
            }
        }
    }

    /// <summary>The codes in ascending order, separated by a space; empty for the empty set.</summary>
    public override string ToString() => string.Join(' ', Codes());
}
