using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>Verifies an export with a key of the log alone: that which signed it, or an older one that handed over to it. Pure given the bytes; thread safe.</summary>
public static class ExportVerifier
{
    /// <summary>Verifies.</summary>
    /// <param name="zip">The export; seekable.</param>
    /// <param name="key">The key to trust, from elsewhere than the export.</param>
    /// <returns>The findings; the key that signed stands in <see cref="LogVerification.SignedRanges"/>.</returns>
    /// <exception cref="InvalidDataException">It is not an export: no zip, or a file is missing or malformed.</exception>
    public static LogVerification Verify(Stream zip, VerifierKey key)
    {
        var files = Read(zip);
        var leaves = Need(files, "leaves.bin");
        var keys = ExportKeys.Trusting(files.GetValueOrDefault(ExportKeys.Name), leaves, key);
        var verifier = new LogVerifier(keys);
        var (manifest, signed) = ExportManifest.Read(Need(files, "manifest.json"), keys.Newest);
        if (!signed)
        {
            verifier.Found($"manifest.json: not signed by `{keys.Newest.Name}` with the given key or one that it handed over to, or changed");
        }

        CompareFiles(verifier, manifest, files);
        if (leaves.Length % MerkleHash.Size != 0 || leaves.Length / MerkleHash.Size != manifest.Size)
        {
            verifier.Found($"leaves.bin: does not hold {manifest.Size} hashes of 32 bytes");
        }

        var erasures = new ExportErasures();
        Records(verifier, erasures, Need(files, "records.jsonl"), leaves, manifest.Viewer);
        var erased = erasures.Judge(verifier);
        for (var at = 0; at + MerkleHash.Size <= leaves.Length; at += MerkleHash.Size)
        {
            verifier.AddLeafHash(leaves.AsSpan(at, MerkleHash.Size));
        }

        verifier.CompareCheckpoint(Need(files, "checkpoint"));
        return verifier.Result() with { Erased = erased };
    }

    private static void CompareFiles(LogVerifier verifier, ExportManifest manifest, Dictionary<string, byte[]> files)
    {
        foreach (var (path, bytes) in files)
        {
            if (path == "manifest.json")
            {
                continue;
            }

            if (!manifest.Files.TryGetValue(path, out var digest))
            {
                verifier.Found($"{path}: is not in the manifest");
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != digest)
            {
                verifier.Found($"{path}: is not the file of the manifest");
            }
        }

        foreach (var path in manifest.Files.Keys.Where(p => !files.ContainsKey(p)))
        {
            verifier.Found($"{path}: is in the manifest and not in the export");
        }
    }

    private static void Records(LogVerifier verifier, ExportErasures erasures, byte[] lines, byte[] leaves, string viewer)
    {
        var last = -1L;
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            try
            {
                using var json = JsonDocument.Parse(line);
                var index = json.RootElement.GetProperty("index"u8).GetInt64();
                if (index <= last || index >= leaves.Length / MerkleHash.Size)
                {
                    verifier.Found($"record {index}: out of order or outside the tree");
                    continue;
                }

                last = index;
                Record(verifier, erasures, index, json.RootElement, leaves.AsSpan((int)index * MerkleHash.Size, MerkleHash.Size), viewer);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidDataException)
            {
                verifier.Found($"records.jsonl:{number}: not a record");
            }
        }
    }

    private static void Record(LogVerifier verifier, ExportErasures erasures, long index, JsonElement json, ReadOnlySpan<byte> leafHash, string viewer)
    {
        var bytes = json.GetProperty("record"u8).GetBytesFromBase64();
        if (!CryptographicOperations.FixedTimeEquals(MerkleHash.Leaf(bytes), leafHash))
        {
            verifier.Found($"record {index}: the stored bytes do not hash to the leaf hash");
            return;
        }

        var leaf = LeafReader.Parse(bytes);
        var own = leaf.Views.FirstOrDefault(v => v.Viewer == viewer);
        if (own is null)
        {
            verifier.Found($"record {index}: has no view for `{viewer}`");
            return;
        }

        var values = json.GetProperty("values"u8);
        if (values.ValueKind == JsonValueKind.Null)
        {
            erasures.Missing(index, json);
            return;
        }

        if (values.GetArrayLength() != own.Commitments.Length)
        {
            verifier.Found($"record {index}: has another number of values than the leaf commits to");
            return;
        }

        var i = 0;
        foreach (var value in values.EnumerateArray())
        {
            var commitment = LeafCommitment.To(
                Convert.FromHexString(value.GetProperty("salt"u8).GetString()!), value.GetProperty("field"u8).GetString()!, value.GetProperty("value"u8).GetString()!);
            if (commitment != own.Commitments[i] || value.GetProperty("viewer"u8).GetString() != viewer)
            {
                verifier.Found($"record {index}: value {i} (`{own.Commitments[i].Field}`) is not what the leaf commits to");
            }

            i++;
        }

        erasures.Present(index, leaf.Record, values);
    }

    private static Dictionary<string, byte[]> Read(Stream stream)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var buffer = new MemoryStream();
            content.CopyTo(buffer);
            if (!files.TryAdd(entry.FullName, buffer.ToArray()))
            {
                throw new InvalidDataException($"the export holds `{entry.FullName}` twice");
            }
        }

        return files;
    }

    private static byte[] Need(Dictionary<string, byte[]> files, string name) =>
        files.TryGetValue(name, out var bytes) ? bytes : throw new InvalidDataException($"the export has no `{name}`");
}
