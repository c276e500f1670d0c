using System.Text;

namespace ConvenantGateway.Audit.Tests.Records;

public sealed class LeafFormatTests
{
    [Fact]
    public void Write_SmallestRecord_GivesGoldenBytes() => Assert.Equal(
        """{"version":1,"type":"exchange","transaction":"0196f0a0-0000-7000-8000-000000000001","time":"2026-03-04T05:06:07.0000000Z","caller":"ziekenhuis-noord","outcome":"refused","body-digest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""",
        Encoding.UTF8.GetString(LeafFormat.Write(A.Record(), [])));

    [Fact]
    public void Write_FullRecord_GivesGoldenBytes()
    {
        var sealer = new ViewSealer(new FixedKeys());
        var record = Full() with { Views = [new RecordView("ziekenhuis-noord", [new("actor", "900012345"), new("reason", "geen grond: é")], [new byte[32]])] };
        byte counter = 0;
        var (view, _) = sealer.Seal(record.Views[0], RetentionClass.Log, (bytes, _) =>
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = counter++;
            }
        });

        Assert.Equal(
            """
            {"version":1,"type":"exchange","transaction":"0196f0a0-0000-7000-8000-000000000001","time":"2026-03-04T05:06:07.0000000Z","caller":"ziekenhuis-noord","counterparty":"ashg-noord","purpose":"STATUS","ground":"G-CONSENT","by":"status","outcome":"released","code":"CG-DECIDE-001","status":200,"rules":["R-46a","R-46b"],"profile":"NL-2009","law-date":"2009-06-01","covenant":"modelconvenant-2009","policy-digest":"bbbb","body-digest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","trace":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","emergency":true,"count":2,"views":[{"viewer":"ziekenhuis-noord","ciphertext":"9d6de4a6a123d040e51b52dbdadb85c5734f22712b1db22a8c8e4dfc9def5034","commitments":[{"field":"actor","sha256":"d936860fd5f2565a8a10634bff3f796d27e4ac9d5abbac7b28d120fba667f7dd"},{"field":"reason","sha256":"5c578f0832f8036c3bdbe1ad06de7ad4ebc4f88f72991e54a050cb70abce17b1"}]}]}
            """,
            Encoding.UTF8.GetString(LeafFormat.Write(record, [view])));
    }

    [Fact]
    public void Parse_WrittenLeaf_GivesTheRecordBack()
    {
        var record = Full();

        var parsed = LeafReader.Parse(LeafFormat.Write(record, []));

        Assert.Equal(record.Rules.AsEnumerable(), parsed.Record.Rules);
        Assert.Equal(record with { Rules = [], Views = [] }, parsed.Record with { Rules = [], Views = [] });
    }

    [Theory]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"type":"exchange"}""")]
    [InlineData("""{"version":1,"type":"party","transaction":"0196f0a0-0000-7000-8000-000000000001","time":"2026-03-04T05:06:07.0000000Z"}""")]
    [InlineData("""{"version":1,"type":"exchange","transaction":"0196f0a0-0000-7000-8000-000000000001","time":"2026-03-04T05:06:07.0000000Z","extra":1}""")]
    [InlineData("not json")]
    public void Parse_AnythingElse_IsRefused(string leaf) => Assert.Throws<InvalidDataException>(() => LeafReader.Parse(Encoding.UTF8.GetBytes(leaf)));

    [Fact]
    public void Write_FreeTextInAClearField_IsRefused() =>
        Assert.Throws<ArgumentException>(() => LeafFormat.Write(A.Record() with { Code = "mevrouw De Vries belde" }, []));

    [Fact]
    public void Write_NoType_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => LeafFormat.Write(A.Record() with { Type = RecordType.None }, []));

    [Fact]
    public void NameOf_EveryType_RoundTrips() => Assert.All(
        Enum.GetValues<RecordType>().Where(static t => t != RecordType.None), static t => Assert.Equal(t, RecordTypeNames.Parse(RecordTypeNames.NameOf(t))));

    private static ExchangeRecord Full() => A.Record() with
    {
        Counterparty = "ashg-noord",
        Purpose = "STATUS",
        Ground = "G-CONSENT",
        By = "status",
        Outcome = "released",
        Code = "CG-DECIDE-001",
        Status = 200,
        Rules = ["R-46a", "R-46b"],
        Profile = "NL-2009",
        LawDate = "2009-06-01",
        Covenant = "modelconvenant-2009",
        PolicyDigest = "bbbb",
        Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        Emergency = true,
        Count = 2,
    };
}
