using System.Text;
using CsCheck;

namespace ConvenantGateway.Audit.Tests.Records;

/// <summary>The scan of a leaf reads what the strict reader reads, or nothing.</summary>
public sealed class LeafScanTests
{
    private static readonly string Digest = new('a', 64);

    private static readonly ExchangeRecord Full = A.Record() with
    {
        Counterparty = "ashg-noord", Purpose = "STATUS", Ground = "G-CONSENT", By = "status", Code = "CG-DECIDE-001", Status = 403, Rules = ["R-01", "R-46a"], Profile = "NL-2009", LawDate = "2009-06-01",
        Covenant = "c", PolicyDigest = "d", Trace = "t", Emergency = true, Count = 3,
    };

    private static readonly LeafView[] Views = [new("a", Digest, [new("f", Digest), new("g", Digest)]), new("b", Digest, [])];

    [Fact]
    public void TryRead_WrittenLeaves_GiveTheirParts() => Assert.All(
        (ExchangeRecord[])[A.Record(), Full],
        static record => Assert.All((LeafView[][])[[], [Views[0]], Views], views => Assert.Equal(Slow(LeafFormat.Write(record, views)), Fast(LeafFormat.Write(record, views)))));

    [Fact]
    public void TryRead_AnEscapedCharacter_IsForTheReader() => Assert.Null(Fast(LeafFormat.Write(A.Record() with { Caller = "a\"b" }, [])));

    [Fact]
    public void TryRead_AnyChangedByte_ReadsWhatTheReaderReadsOrNothing()
    {
        var leaf = LeafFormat.Write(Full, Views);

        var differ = new List<string>();
        for (var at = 0; at < leaf.Length; at++)
        {
            byte[] changed = [.. leaf];
            for (var value = 0; value < 256; value++)
            {
                changed[at] = (byte)value;
                if (Fast(changed) is { } fast && fast != Slow(changed))
                {
                    differ.Add(Encoding.Latin1.GetString(changed, Math.Max(0, at - 20), Math.Min(40, changed.Length - Math.Max(0, at - 20))));
                }
            }
        }

        Assert.Empty(differ);
    }

    [Theory]
    [InlineData("403", "003")]
    [InlineData("403", "+43")]
    [InlineData("\"count\":3", "\"count\":0")]
    [InlineData("\"exchange\"", "\"exchanges\"")]
    [InlineData("\"R-01\",", "\"R-01\" ")]
    [InlineData("]}]}", "]}]} ")]
    [InlineData("]}]}", "]},]}")]
    [InlineData("]}]}", "]},}")]
    [InlineData("]}]}", "]}}")]
    [InlineData("]}]}", "]}")]
    [InlineData("},{\"viewer\"", "}{\"viewer\"")]
    [InlineData("\"views\":[{", "\"views\":[,{")]
    [InlineData("T05:06:07.", " 05:06:07.")]
    public void TryRead_WrittenOtherwise_IsForTheReader(string written, string otherwise) =>
        Assert.Null(Fast(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(LeafFormat.Write(Full, Views)).Replace(written, otherwise, StringComparison.Ordinal))));

    [Fact]
    public void TryRead_CutAnywhere_IsForTheReader()
    {
        var leaf = LeafFormat.Write(Full, Views);

        Assert.All(Enumerable.Range(0, leaf.Length), length => Assert.Null(Fast(leaf[..length])));
    }

    [Fact]
    public void TryRead_MoreViewsThanRoom_IsForTheReader() => Assert.Null(Fast(LeafFormat.Write(Full, [.. Views, Views[1]])));

    private static string? Fast(byte[] leaf)
    {
        if (!LeafScan.TryRead(leaf, new LeafScanView[2], out var scan))
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(RecordTypeNames.NameOf(scan.Type)).Append('|').Append(scan.Transaction).Append('|').Append(scan.UnixMilliseconds).Append(scan.Emergency ? "!" : "");
        foreach (var part in (string[])[Encoding.UTF8.GetString(scan.Caller), Encoding.UTF8.GetString(scan.Counterparty), Encoding.UTF8.GetString(scan.Purpose), Encoding.UTF8.GetString(scan.Outcome)])
        {
            text.Append('|').Append(part);
        }

        text.Append('|').Append(Encoding.UTF8.GetString(scan.Rules));
        for (var i = 0; i < scan.ViewCount; i++)
        {
            text.Append('|').Append(Encoding.UTF8.GetString(scan.Viewer(i))).Append('=').Append(Encoding.UTF8.GetString(scan.Ciphertext(i)));
        }

        return text.ToString();
    }

    private static string? Slow(byte[] leaf)
    {
        try
        {
            var (record, views) = LeafReader.Parse(leaf);
            var rules = string.Join(',', record.Rules.Select(static r => $"\"{r}\""));
            return string.Join('|', (string[])[
                RecordTypeNames.NameOf(record.Type), $"{record.Transaction}", $"{record.Time.ToUnixTimeMilliseconds()}{(record.Emergency ? "!" : "")}", record.Caller, record.Counterparty, record.Purpose, record.Outcome, rules,
                .. views.Select(static v => $"{v.Viewer}={v.Ciphertext}")]);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
