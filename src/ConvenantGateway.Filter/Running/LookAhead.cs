using System.Buffers;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>Looks into an object with a copy of the reader, before it is walked. The reader is passed by value on purpose.</summary>
internal static class LookAhead
{
    /// <summary>True if all fixed values of a slice stand in the object whose start was just read.</summary>
    public static bool Matches(Utf8JsonReader reader, SliceCondition[] conditions)
    {
        var found = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            SliceCondition? asked = null;
            if (!reader.ValueIsEscaped)
            {
                foreach (var condition in conditions)
                {
                    if (reader.ValueSpan.SequenceEqual(condition.ChildUtf8))
                    {
                        asked = condition;
                    }
                }
            }

            reader.Read();
            if (asked is null)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(asked.ValueUtf8))
            {
                return false;
            }

            if (++found == conditions.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds a text property of the object whose start was just read; false if it is absent or no text.</summary>
    /// <param name="reader">At the start of an object; left at the value.</param>
    /// <param name="name">The property.</param>
    public static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(name);
            reader.Read();
            if (isIt)
            {
                return reader.TokenType == JsonTokenType.String;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>True if the Reference whose start was just read names no target, or one that may be named.</summary>
    public static bool IsReleased(Utf8JsonReader reader, IReleasedReferences? references, bool releasesContained)
    {
        if (!Find(ref reader, "reference"u8))
        {
            // A `reference` that is no text is refused by the walk.
            return true;
        }

        if (references is null)
        {
            return false;
        }

        if (!reader.ValueIsEscaped)
        {
            return Ask(reader.ValueSpan, references, releasesContained);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return Ask(buffer.AsSpan(0, reader.CopyString(buffer)), references, releasesContained);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static bool Ask(ReadOnlySpan<byte> reference, IReleasedReferences references, bool releasesContained) =>
        (releasesContained || reference is not [(byte)'#', ..]) && references.IsReleased(reference);
}
