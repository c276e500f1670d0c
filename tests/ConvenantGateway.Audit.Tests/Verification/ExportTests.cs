using System.IO.Compression;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit.Tests.Verification;

public sealed class ExportTests
{
    [Fact]
    public void Verify_WrittenExport_IsValid()
    {
        var result = Check(Files());

        Assert.True(result.IsValid, string.Join('\n', result.Findings));
        Assert.Equal(5, result.TreeSize);
    }

    [Fact]
    public void Verify_AnyChangedByteOfAnyFile_IsFound()
    {
        var files = Files();
        foreach (var (name, bytes) in files)
        {
            for (var i = 0; i < bytes.Length; i += bytes.Length > 500 ? 5 : 1)
            {
                var kept = bytes[i];
                bytes[i] ^= (byte)(1 << (i % 8));
                try
                {
                    var result = Check(files);

                    // White space and the order of the readable part of the manifest are not signed; what it says is.
                    Assert.False(result.IsValid && name != "manifest.json", $"{name}[{i}]");
                }
                catch (InvalidDataException)
                {
                    // Not an export any more: refused before it is judged.
                }

                bytes[i] = kept;
            }
        }
    }

    [Fact]
    public void Verify_ChangedRecord_NamesItsIndex()
    {
        var files = Files();
        var text = System.Text.Encoding.UTF8.GetString(files["records.jsonl"]);
        var line = text.Split('\n')[1];
        var start = line.IndexOf("\"record\":\"", StringComparison.Ordinal) + 10;
        files["records.jsonl"] = System.Text.Encoding.UTF8.GetBytes(text.Replace(line[start..(start + 40)], line[start..(start + 39)] + "A", StringComparison.Ordinal));

        Assert.Contains(Check(files).Findings, static f => f.StartsWith("record 3:", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_ChangedValue_NamesRecordAndField()
    {
        var files = Files();
        files["records.jsonl"] = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(files["records.jsonl"]).Replace("\"L1\"", "\"L2\"", StringComparison.Ordinal));

        Assert.Contains(Check(files).Findings, static f => f.StartsWith("record 1:", StringComparison.Ordinal) && f.Contains("level", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_AnotherKey_IsFound() => Assert.False(Verify(Files(), new NoteSigner(A.Origin, new byte[32]).VerifierKey).IsValid);

    [Fact]
    public void Verify_MissingOrExtraFile_IsFound()
    {
        var missing = Files();
        missing.Remove("policies/a.yaml");
        var extra = Files();
        extra.Add("policies/b.yaml", [1]);

        Assert.False(Check(missing).IsValid);
        Assert.False(Check(extra).IsValid);
        missing.Remove("leaves.bin");
        Assert.Throws<InvalidDataException>(() => Check(missing));
    }

    [Fact]
    public void Verify_NoZip_IsRefused() => Assert.Throws<InvalidDataException>(() => ExportVerifier.Verify(new MemoryStream([1, 2, 3]), A.Signer.VerifierKey));

    private static LogVerification Check(Dictionary<string, byte[]> files) => Verify(files, A.Signer.VerifierKey);

    private static LogVerification Verify(Dictionary<string, byte[]> files, VerifierKey key)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(bytes);
            }
        }

        return ExportVerifier.Verify(zip, key);
    }

    // Five leaves, of which the hospital sees 1 and 3.
    private static Dictionary<string, byte[]> Files()
    {
        var sealer = new ViewSealer(new FixedKeys());
        var tree = new TreeState();
        var records = new List<ExportedRecord>();
        var hashes = new List<ReadOnlyMemory<byte>>();
        for (var i = 0; i < 5; i++)
        {
            var own = i is 1 or 3;
            var (view, stored) = sealer.Seal(A.View(own ? "ziekenhuis-noord" : "ashg-noord", ("level", "L1")), RetentionClass.Log, static (b, _) => RandomNumberGenerator.Fill(b));
            var leaf = LeafFormat.Write(A.Record(), [view]);
            hashes.Add(MerkleHash.Leaf(leaf));
            tree.Append(hashes[^1].ToArray());
            if (own)
            {
                records.Add(new ExportedRecord(i, leaf, sealer.Open("ziekenhuis-noord", stored.Envelope)));
            }
        }

        using var zip = new MemoryStream();
        ExportWriter.Write(
            zip,
            new ExportContent
            {
                Viewer = "ziekenhuis-noord",
                Made = A.Record().Time,
                Checkpoint = new Checkpoint(A.Origin, 5, tree.Root()).Sign(A.Signer),
                LeafHashes = hashes,
                Records = records,
                Policies = new Dictionary<string, byte[]> { ["a.yaml"] = [65] },
            },
            A.Signer);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(static e => e.FullName, static e =>
        {
            using var stream = e.Open();
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return buffer.ToArray();
        });
    }
}
