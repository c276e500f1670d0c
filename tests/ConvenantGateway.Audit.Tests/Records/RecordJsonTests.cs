using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace ConvenantGateway.Audit.Tests.Records;

public sealed class RecordJsonTests
{
    [Fact]
    public void Code_AnyCodes_AreWhatTheLibraryWrites() => Gen.Char['!', '~'].Array[0, 200].Array[1, 100].Sample(static codes =>
    {
        using var json = RecordJson.Begin();
        foreach (var code in codes)
        {
            json.Raw("\""u8).Code(new string(code)).Raw("\""u8);
        }

        Assert.Equal(string.Concat(codes.Select(static c => ByLibrary(new string(c)))), Encoding.UTF8.GetString(json.Take()));
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
        Assert.Throws<ArgumentException>(() => Written(json => json.Code("before").Code(text)));

        Assert.Equal("after", Written(static json => json.Code("after")));
    }

    [Fact]
    public void Begin_WhileThisThreadWrites_IsRefusedAndNothingIsLost()
    {
        using var json = RecordJson.Begin();
        json.Code("one");

        Assert.Throws<InvalidOperationException>(RecordJson.Begin);

        Assert.Equal("one"u8, json.Written);
    }

    [Fact]
    public void Dispose_WhatWasWritten_IsWiped()
    {
        ReadOnlySpan<byte> written;
        using (var json = RecordJson.Begin())
        {
            written = json.Text("Anna Jansen, é").Written;
            Assert.StartsWith("Anna", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        }

        Assert.Equal(new byte[written.Length], written);
    }

    [Fact]
    public void Code_TooLong_IsRefused() => Assert.Throws<ArgumentException>(static () => Written(static json => json.Code(new string('a', 201))));

    [Fact]
    public void Text_AnyText_IsWhatTheLibraryWrites() => Gen.OneOf(Gen.String, Gen.Char[' ', '~'].Array.Select(static c => new string(c)), Gen.String["éß€\"\\\n\u2028\u007f\ud83d\ude00\ufffe ab"]).Array.Sample(static texts =>
    {
        using var json = RecordJson.Begin();
        foreach (var text in texts)
        {
            json.Raw("\""u8).Text(text).Raw("\""u8);
        }

        Assert.Equal(string.Concat(texts.Select(ByLibrary)), Encoding.UTF8.GetString(json.Take()));
    });

    [Fact]
    public void Bytes_AnyBytes_AreBase64() => Gen.Byte.Array[0, 9000].Sample(static bytes => Assert.Equal(Convert.ToBase64String(bytes), Written(json => json.Bytes(bytes))));

    [Fact]
    public void Other_Extremes_FitAndAreWhatTheLibraryWrites()
    {
        Assert.Equal("-2147483648", Written(static json => json.Other(int.MinValue)));
        Assert.Equal("ffffffff-ffff-ffff-ffff-ffffffffffff", Written(static json => json.Other(Guid.AllBitsSet)));
    }

    [Fact]
    public void Other_LongerThanItsRoom_IsRefused() => Assert.Throws<ArgumentException>(static () => Written(static json => json.Other(1, "D200")));

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

    private static string Written(Func<RecordJson, RecordJson> write)
    {
        using var json = RecordJson.Begin();
        return Encoding.UTF8.GetString(write(json).Take());
    }

    private static string ByLibrary(string text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStringValue(text);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
