using System.Text;

namespace ConvenantGateway.Exchange.Tests;

/// <summary>Texts that the JSON grammar lets through and no string can hold.</summary>
public sealed class ReadableJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("""{"a":"b"}""")]
    [InlineData("""{"a":"\\ud800"}""")]
    [InlineData("""{"a":"\"\\\"\u00e9\n"}""")]
    [InlineData("""{"a":"\ud83d\ude00\uD83D\uDE00"}""")]
    [InlineData("""{"é":"\u005c\u005cud800 ok"}""")]
    public void Is_WholeText_IsReadable(string json) => Assert.True(ReadableJson.Is(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\udc00"}""")]
    [InlineData("""{"a":"\ud800\ud800"}""")]
    [InlineData("""{"a":"\ud83d x \ude00"}""")]
    [InlineData("""{"\uDFFF":1}""")]
    [InlineData("""{"a":"\\\ud800"}""")]
    [InlineData("\\ud800")]
    public void Is_HalfASurrogatePair_IsNotReadable(string json) => Assert.False(ReadableJson.Is(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Is_BytesThatAreNoUtf8_IsNotReadable() => Assert.False(ReadableJson.Is([0x22, 0xFF, 0x22]));
}
