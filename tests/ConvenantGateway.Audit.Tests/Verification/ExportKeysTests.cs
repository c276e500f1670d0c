using System.IO.Compression;

namespace ConvenantGateway.Audit.Tests.Verification;

/// <summary>An export that was signed by a key which another handed over to, after the third of five leaves.</summary>
public sealed class ExportKeysTests
{
    private const int Leaves = 5;
    private const int HandedOverAt = 3;

    private static readonly NoteSigner Old = A.Signer;
    private static readonly NoteSigner New = new(A.Origin, Enumerable.Repeat((byte)7, 32).ToArray());
    private static readonly NoteSigner Stranger = new(A.Origin, Enumerable.Repeat((byte)8, 32).ToArray());

    [Fact]
    public void Verify_EitherKey_IsValidAndSaysWhichSigned()
    {
        foreach (var key in new[] { Old.VerifierKey, New.VerifierKey })
        {
            var found = Verify(Chain(), key);

            Assert.True(found.IsValid, string.Join('\n', found.Findings));
            Assert.Equal(new SignedRange(New.VerifierKey.ToString(), Leaves, Leaves), Assert.Single(found.SignedRanges));
        }
    }

    [Fact]
    public void Verify_KeyOfNoLink_IsFound() => Assert.False(Verify(Chain(), Stranger.VerifierKey).IsValid);

    [Fact]
    public void Verify_HandoverThatDoesNotHold_IsFoundWithTheOldKeyAlone()
    {
        LogKeyLink[][] chains =
        [
            Chain(handover: Handover(Root(HandedOverAt - 1)).Sign(Old, New)),
            Chain(handover: Handover(Root(HandedOverAt)).Sign(New, New)),
            Chain(handover: Handover(Root(HandedOverAt)).Sign(Old, Stranger)),
            Chain(handover: null),
            Chain(from: Leaves + 1),
            Chain(from: -1),
            [.. Chain().Reverse()],
        ];

        foreach (var chain in chains)
        {
            Assert.False(Verify(chain, Old.VerifierKey).IsValid);
        }
    }

    [Fact]
    public void Verify_KeyBetweenThemWithoutAHandover_IsFoundWithTheOldKey()
    {
        var chain = Chain();

        Assert.False(Verify([chain[0], new LogKeyLink(Stranger.VerifierKey, 1, null, "rotation", default), chain[1]], Old.VerifierKey).IsValid);
    }

    [Fact]
    public void Verify_ExportWithoutTheFile_IsOfTheKeyThatSigned()
    {
        Assert.True(Verify(Chain(), New.VerifierKey, static zip => Without(zip)).Findings.SequenceEqual(["log-keys.jsonl: is in the manifest and not in the export"]));
        Assert.False(Verify(Chain(), Old.VerifierKey, static zip => Without(zip)).IsValid);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("no json")]
    [InlineData("{\"key\":\"x\",\"from\":0,\"until\":null,\"why\":\"first\",\"handover\":null}")]
    public void Verify_FileOfAnotherForm_IsRefused(string line) => Assert.Throws<InvalidDataException>(() => Verify(Chain(), New.VerifierKey, zip =>
    {
        Without(zip);
        using var stream = zip.CreateEntry("log-keys.jsonl").Open();
        stream.Write(System.Text.Encoding.UTF8.GetBytes(line));
    }));

    private static LogKeyLink[] Chain() => Chain(handover: Handover(Root(HandedOverAt)).Sign(Old, New));

    private static LogKeyLink[] Chain(byte[]? handover, long from = HandedOverAt) =>
        [new LogKeyLink(Old.VerifierKey, 0, HandedOverAt, "first", default), new LogKeyLink(New.VerifierKey, from, null, "rotation", handover)];

    private static LogKeyLink[] Chain(long from) => Chain(Handover(Root(HandedOverAt)).Sign(Old, New), from);

    private static KeyHandover Handover(byte[] root) => new(Old.VerifierKey, New.VerifierKey, HandedOverAt, root, "rotation");

    private static byte[] Leaf(int i) => MerkleHash.Leaf([(byte)i]);

    private static byte[] Root(int size) => NaiveTree.Root(Enumerable.Range(0, size).Select(Leaf).ToArray());

    private static LogVerification Verify(LogKeyLink[] chain, VerifierKey key, Action<ZipArchive>? change = null)
    {
        using var zip = new MemoryStream();
        var content = new ExportContent
        {
            Viewer = "ziekenhuis-noord",
            Made = A.Record().Time,
            Checkpoint = new Checkpoint(A.Origin, Leaves, Root(Leaves)).Sign(New),
            LeafHashes = Enumerable.Range(0, Leaves).Select(static i => (ReadOnlyMemory<byte>)Leaf(i)),
            Records = [],
            Keys = chain,
        };
        ExportWriter.Write(zip, content, New);
        if (change is not null)
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true);
            change(archive);
        }

        return ExportVerifier.Verify(zip, key);
    }

    private static void Without(ZipArchive zip) => zip.GetEntry("log-keys.jsonl")!.Delete();
}
