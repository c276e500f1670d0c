using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Host.Tests.Evidence;

/// <summary>What a careful partner keeps of an answer: the receipt of the header, and the digest of the bytes that it got.</summary>
internal sealed partial record KeptReceipt(string Transaction, string Log, long Index, string Leaf, string Digest)
{
    public static async Task<KeptReceipt> OfAsync(HttpResponseMessage answer)
    {
        var header = Pattern().Match(answer.Headers.GetValues("Convenant-Receipt").Single());
        Assert.True(header.Success);
        return new KeptReceipt(
            header.Groups["tx"].Value,
            header.Groups["log"].Value,
            long.Parse(header.Groups["index"].Value),
            header.Groups["leaf"].Value,
            Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())));
    }

    public string Payload() => $$"""{"tx":"{{Transaction}}","log":"{{Log}}","index":{{Index}},"leaf":"{{Leaf}}","digest":"{{Digest}}"}""";

    [GeneratedRegex("""^tx="(?<tx>[^"]+)", log="(?<log>[^"]+)", index=(?<index>\d+), leaf="(?<leaf>[0-9a-f]{64})"$""")]
    private static partial Regex Pattern();
}
