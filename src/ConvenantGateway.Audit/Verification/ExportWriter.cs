using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>Writes an export (design.md section 7): a zip that can be checked without the gateway.</summary>
public static class ExportWriter
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the zip.</summary>
    /// <param name="output">Where; left open.</param>
    /// <param name="content">What.</param>
    /// <param name="signer">The log's key.</param>
    public static void Write(Stream output, ExportContent content, NoteSigner signer)
    {
        if (!Checkpoint.TryOpen(content.Checkpoint.Span, signer.VerifierKey, out var checkpoint))
        {
            throw new InvalidDataException("the checkpoint is not signed by the log's key");
        }

        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(zip, files, "checkpoint", stream => stream.Write(content.Checkpoint.Span));
        Add(zip, files, "leaves.bin", stream =>
        {
            foreach (var hash in content.LeafHashes)
            {
                stream.Write(hash.Span);
            }
        });
        Add(zip, files, "records.jsonl", stream =>
        {
            foreach (var record in content.Records)
            {
                Line(stream, record);
            }
        });
        Add(zip, files, ExportKeys.Name, stream => ExportKeys.Write(stream, content.Keys));
        foreach (var (path, bytes) in content.Policies.OrderBy(static p => p.Key, StringComparer.Ordinal))
        {
            Add(zip, files, $"policies/{path}", stream => stream.Write(bytes));
        }

        var made = content.Made.UtcDateTime.ToString(LeafFormat.TimeFormat, CultureInfo.InvariantCulture);
        using var manifest = Entry(zip, "manifest.json").Open();
        manifest.Write(new ExportManifest(checkpoint.Origin, checkpoint.Size, content.Viewer, made, files).Write(signer));
    }

    private static void Line(Stream stream, ExportedRecord record)
    {
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, record.Index);
            json.WriteBase64String("record"u8, record.Leaf.Span);
            if (record.View is null)
            {
                json.WriteNull("values"u8);
                if (record.Erased is { } erased)
                {
                    json.WriteStartObject("erased"u8);
                    json.WriteNumber("tombstone"u8, erased.Tombstone);
                    json.WriteString("rule"u8, erased.Rule);
                    json.WriteEndObject();
                }
            }
            else
            {
                json.WriteStartArray("values"u8);
                foreach (var value in record.View.Values)
                {
                    json.WriteStartObject();
                    json.WriteString("viewer"u8, record.View.Viewer);
                    json.WriteString("field"u8, value.Field);
                    json.WriteString("salt"u8, Convert.ToHexStringLower(value.Salt.Span));
                    json.WriteString("value"u8, value.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        return entry;
    }

    private static void Add(ZipArchive zip, SortedDictionary<string, string> files, string name, Action<Stream> write)
    {
        using var sha = SHA256.Create();
        using (var stream = Entry(zip, name).Open())
        using (var hashing = new CryptoStream(stream, sha, CryptoStreamMode.Write))
        {
            write(hashing);
        }

        files.Add(name, Convert.ToHexStringLower(sha.Hash!));
    }
}
