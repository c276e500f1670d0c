using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace ConvenantGateway.Audit.Tests.Records;

public sealed class CodeJsonTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Code_AnyCodes_AreWhatTheLibraryWrites() => Gen.Char['!', '~'].Array[0, 9000].Array[1, 4].Sample(static codes =>
    {
        var json = CodeJson.Begin();
        foreach (var code in codes)
        {
            json.Raw("\""u8).Code(new string(code)).Raw("\""u8);
        }

        Assert.Equal(string.Concat(codes.Select(static c => JsonSerializer.Serialize(new string(c), Relaxed))), Encoding.UTF8.GetString(json.Take()));
    });

    [Theory]
    [InlineData(" ")]
    [InlineData("mevrouw De Vries")]
    [InlineData("regel\n")]
    [InlineData("\u007f")]
    [InlineData("\"é")]
    [InlineData("\ud83d")]
    [InlineData("\0")]
    public void Code_AnythingElse_IsRefusedAndTheNextIsClean(string text)
    {
        Assert.Throws<ArgumentException>(() => CodeJson.Begin().Code("before").Code(text));

        Assert.Equal("after"u8, CodeJson.Begin().Code("after").Take());
    }

    [Fact]
    public void Other_Extremes_FitAndAreWhatTheLibraryWrites()
    {
        Assert.Equal("-2147483648"u8, CodeJson.Begin().Other(int.MinValue).Take());
        Assert.Equal("ffffffff-ffff-ffff-ffff-ffffffffffff"u8, CodeJson.Begin().Other(Guid.AllBitsSet).Take());
    }

    [Fact]
    public void Other_LongerThanItsRoom_IsRefused() => Assert.Throws<ArgumentException>(static () => CodeJson.Begin().Other(1, "D200"));

    [Fact]
    public void Write_AnyTime_IsInTheLeafsFormat() => Gen.DateTime.Sample(static time =>
    {
        var utc = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        var leaf = Encoding.UTF8.GetString(LeafFormat.Write(A.Record() with { Time = new DateTimeOffset(utc) }, []));

        Assert.Contains($"\"time\":\"{utc.ToString(LeafFormat.TimeFormat, CultureInfo.InvariantCulture)}\"", leaf, StringComparison.Ordinal);
    });

    [Fact]
    public void Write_ViewThatIsNoCode_IsRefused()
    {
        LeafView view = new("ziekenhuis-noord", new string('a', 64), [new LeafCommitment("naam van het slachtoffer", new string('b', 64))]);

        Assert.Throws<ArgumentException>(() => LeafFormat.Write(A.Record(), [view]));
    }
}
