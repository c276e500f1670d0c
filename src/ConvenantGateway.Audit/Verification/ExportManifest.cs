using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>
/// <c>manifest.json</c>: for reading <c>version</c>, <c>log</c>, <c>size</c>, <c>viewer</c>, <c>made</c> and <c>files</c> (path → SHA-256, lower-case hex); for proof
/// <c>note</c>, a C2SP signed note that says the same: lines <c>&lt;log&gt;/export/v1</c>, size, viewer, made, and per file in ordinal order <c>&lt;sha-256&gt;  &lt;path&gt;</c>.
/// </summary>
internal sealed record ExportManifest(string Log, long Size, string Viewer, string Made, SortedDictionary<string, string> Files)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public byte[] Write(NoteSigner signer)
    {
        var note = Encoding.UTF8.GetString(signer.Sign(Text()));
        return JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object> { ["version"] = 1, ["log"] = Log, ["size"] = Size, ["viewer"] = Viewer, ["made"] = Made, ["files"] = Files, ["note"] = note }, Indented);
    }

    /// <summary>Reads a manifest; says whether the key signed exactly what it says.</summary>
    public static (ExportManifest Manifest, bool Signed) Read(byte[] json, VerifierKey key)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in root.GetProperty("files"u8).EnumerateObject())
            {
                files.Add(file.Name, file.Value.GetString()!);
            }

            var manifest = new ExportManifest(
                root.GetProperty("log"u8).GetString()!,
                root.GetProperty("size"u8).GetInt64(),
                root.GetProperty("viewer"u8).GetString()!,
                root.GetProperty("made"u8).GetString()!,
                files);
            var note = Encoding.UTF8.GetBytes(root.GetProperty("note"u8).GetString()!);
            var signed = root.GetProperty("version"u8).GetInt32() == 1 && manifest.Log == key.Name
                && SignedNote.TryOpen(note, key, out var text) && text == manifest.Text();
            return (manifest, signed);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("`manifest.json` is not a manifest of version 1", e);
        }
    }

    private string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Log}/export/v1\n{Size}\n{Viewer}\n{Made}\n");
        foreach (var (path, digest) in Files)
        {
            text.Append(digest).Append("  ").Append(path).Append('\n');
        }

        return text.ToString();
    }
}
