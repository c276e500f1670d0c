using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>The slices of one element, with the fixed children they look at, so that one look into an object picks the slice. Immutable.</summary>
/// <param name="Slices">Most specific first.</param>
internal sealed record SliceSet(SliceShape[] Slices)
{
    /// <summary>More children than any list needs; a type with more is refused when it is compiled.</summary>
    public const int MostChildren = 8;

    /// <summary>None.</summary>
    public static SliceSet None { get; } = new([]);

    /// <summary>The names of the children that conditions name, in UTF-8.</summary>
    public byte[][] Children { get; } = [.. Slices.SelectMany(static s => s.Conditions).Select(static c => c.Child).Distinct().Select(Encoding.UTF8.GetBytes)];

    /// <summary>True if there is no slice.</summary>
    public bool IsEmpty => Slices.Length == 0;

    /// <summary>The slice of the object at the cursor; null if it is in none.</summary>
    /// <param name="ahead">A copy of the cursor, at the opening brace; it is moved.</param>
    public SliceShape? Find(scoped ref JsonCursor ahead)
    {
        Span<FoundText> found = (stackalloc FoundText[MostChildren])[..Children.Length];
        found.Clear();
        if (!ahead.Open())
        {
            return null;
        }

        var left = Children.Length;
        for (var isFirst = true; left > 0 && ahead.NextKey(isFirst); isFirst = false)
        {
            // Escapes undone: the walk cuts a name that is written with them, but it may say what slice this is.
            var child = IndexOf(ahead.IsEscaped ? Encoding.UTF8.GetBytes(JsonText.Read(ahead.Text, isEscaped: true)) : ahead.Text);
            if (child >= 0 && ahead.Peek == (byte)'"')
            {
                if (!ahead.ReadText())
                {
                    return null;
                }

                found[child] = new FoundText(true, ahead.TextStart, ahead.TextEnd, ahead.IsEscaped);
                left--;
            }
            else if (!ahead.Skip())
            {
                return null;
            }
        }

        foreach (var slice in Slices)
        {
            if (IsIn(slice, found, ref ahead))
            {
                return slice;
            }
        }

        return null;
    }

    private bool IsIn(SliceShape slice, ReadOnlySpan<FoundText> found, scoped ref readonly JsonCursor ahead)
    {
        foreach (var condition in slice.Conditions)
        {
            var text = found[IndexOf(condition.ChildUtf8)];
            if (!text.IsFound || !JsonText.Is(ahead.Slice(text.Start, text.End), text.IsEscaped, condition.ValueUtf8))
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Children.Length; i++)
        {
            if (name.SequenceEqual(Children[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private readonly record struct FoundText(bool IsFound, int Start, int End, bool IsEscaped);
}
