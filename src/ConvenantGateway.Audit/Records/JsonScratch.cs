using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>A JSON writer per thread, used again: a record is written once per append. What was written is wiped at the next use and by <see cref="Take"/>.</summary>
internal static class JsonScratch
{
    /// <summary>As few characters escaped as JSON allows, and nothing checked: what is written is written here.</summary>
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>An empty writer. Valid until the next call on this thread; not to be used across an await.</summary>
    public static Utf8JsonWriter Begin()
    {
        _buffer ??= new ArrayBufferWriter<byte>(4096);
        _buffer.Clear();
        _writer ??= new Utf8JsonWriter(_buffer, Options);
        _writer.Reset(_buffer);
        return _writer;
    }

    /// <summary>What was written, as an array of its own.</summary>
    public static byte[] Take()
    {
        _writer!.Flush();
        var bytes = _buffer!.WrittenSpan.ToArray();
        _buffer.Clear();
        return bytes;
    }
}
