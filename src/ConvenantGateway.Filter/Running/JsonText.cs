using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>Undoes the escapes of a string that a cursor has read. Rare: names and references are seldom escaped.</summary>
internal static class JsonText
{
    /// <summary>The text.</summary>
    /// <param name="raw">Between the quotes; valid.</param>
    /// <param name="isEscaped">True if it holds a backslash.</param>
    public static string Read(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var quoted = new byte[raw.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        raw.CopyTo(quoted.AsSpan(1));
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>True if a string that a cursor has read is this text.</summary>
    public static bool Is(ReadOnlySpan<byte> raw, bool isEscaped, ReadOnlySpan<byte> text) =>
        isEscaped ? Encoding.UTF8.GetBytes(Read(raw, isEscaped)).AsSpan().SequenceEqual(text) : raw.SequenceEqual(text);
}
