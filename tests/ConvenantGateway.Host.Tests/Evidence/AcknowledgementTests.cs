using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Evidence;

/// <summary>A caller counter-signs what it received, with its own key and about its own exchange; everything else is refused, and what it may not know looks like nothing.</summary>
[Collection(GatewayCollection.Name)]
public sealed class AcknowledgementTests(GatewayFixture gateway) : IDisposable
{
    private const string Es256 = """{"alg":"ES256"}""";

    private readonly Caller _hospital = new(gateway, "ziekenhuis-noord");

    public void Dispose() => _hospital.Dispose();

    [Fact]
    public async Task Acknowledge_OwnExchange_IsStoredRecordedAndShown()
    {
        var kept = await ExchangeAsync();

        using var answer = await PostAsync(_hospital, kept, Sign("ziekenhuis-noord", kept.Payload()));

        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((200, kept.Digest), ((int)answer.StatusCode, json["digest"]!.GetValue<string>()));
        using var receipt = await _hospital.SendAsync(HttpMethod.Get, $"/receipts/{kept.Transaction}", null);
        Assert.NotNull(JsonNode.Parse(await receipt.Content.ReadAsStringAsync())!["acknowledged"]!["statement"]);
        var records = await gateway.World.Store.Reading.ListAsync("ziekenhuis-noord", new RecordQuery { Types = [RecordType.Acknowledgement] }, default);
        Assert.Contains(records, r => r.Record.Outcome == "stored" && r.Values.Any(v => v.Field == "acknowledged-transaction" && v.Value == kept.Transaction));
    }

    [Fact]
    public async Task Acknowledge_Again_GivesTheSameAnswer()
    {
        var kept = await ExchangeAsync();
        using var first = await PostAsync(_hospital, kept, Sign("ziekenhuis-noord", kept.Payload()));

        using var second = await PostAsync(_hospital, kept, Sign("ziekenhuis-noord", kept.Payload()));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.StatusCode, second.StatusCode);
    }

    [Fact]
    public async Task Acknowledge_AnotherDigest_Is409AndRecorded()
    {
        var kept = await ExchangeAsync() with { Digest = new string('0', 64) };

        using var answer = await PostAsync(_hospital, kept, Sign("ziekenhuis-noord", kept.Payload()));

        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("CG-EXCHANGE-042", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var records = await gateway.World.Store.Reading.ListAsync("ziekenhuis-noord", new RecordQuery { Outcome = "refused" }, default);
        Assert.Contains(records, static r => r.Record is { Code: "CG-EXCHANGE-042", By: "acknowledge" });
        using var receipt = await _hospital.SendAsync(HttpMethod.Get, $"/receipts/{kept.Transaction}", null);
        Assert.DoesNotContain("acknowledged", await receipt.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leaf")]
    [InlineData("index")]
    [InlineData("log")]
    [InlineData("transaction")]
    [InlineData("address")]
    public async Task Acknowledge_AnotherFieldDiffers_IsAnsweredAsUnknown(string field)
    {
        var kept = await ExchangeAsync();
        var unknown = kept with { Transaction = Guid.CreateVersion7().ToString() };
        using var nothing = await PostAsync(_hospital, unknown, Sign("ziekenhuis-noord", unknown.Payload()));
        var said = field switch
        {
            "leaf" => kept with { Leaf = new string('0', 64) },
            "index" => kept with { Index = kept.Index + 1 },
            "log" => kept with { Log = "convenantgateway.nl/log/zuid" },
            "transaction" => unknown,
            _ => kept,
        };

        using var answer = await PostAsync(_hospital, field == "address" ? unknown : kept, Sign("ziekenhuis-noord", said.Payload()));

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(await nothing.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Acknowledge_ExchangeOfAnother_IsAnsweredAsUnknown()
    {
        using var gp = new Caller(gateway, "huisarts-noord");
        var kept = await ExchangeAsync();

        using var answer = await PostAsync(gp, kept, Sign("huisarts-noord", kept.Payload()));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("other-key", "CG-EXCHANGE-041")]
    [InlineData("changed-payload", "CG-EXCHANGE-041")]
    [InlineData("changed-header", "CG-EXCHANGE-041")]
    [InlineData("none", "CG-EXCHANGE-041")]
    [InlineData("HS256", "CG-EXCHANGE-041")]
    [InlineData("RS256", "CG-EXCHANGE-041")]
    [InlineData("no-signature", "CG-EXCHANGE-040")]
    [InlineData("crit", "CG-EXCHANGE-040")]
    [InlineData("two-parts", "CG-EXCHANGE-040")]
    [InlineData("extra-field", "CG-EXCHANGE-040")]
    [InlineData("field-twice", "CG-EXCHANGE-040")]
    [InlineData("no-json", "CG-EXCHANGE-040")]
    [InlineData("upper-case", "CG-EXCHANGE-040")]
    [InlineData("too-long", "CG-EXCHANGE-040")]
    [InlineData("line-end", "CG-EXCHANGE-040")]
    public async Task Acknowledge_BadStatement_IsRefusedWithItsCode(string flaw, string code)
    {
        var kept = await ExchangeAsync();
        var payload = kept.Payload();
        var good = Sign("ziekenhuis-noord", payload).Split('.');
        var statement = flaw switch
        {
            "other-key" => Sign("huisarts-noord", payload),
            "changed-payload" => $"{good[0]}.{Encode(payload + " ")}.{good[2]}",
            "changed-header" => $"{Encode("""{"alg":"ES256","typ":"x"}""")}.{good[1]}.{good[2]}",
            "none" or "HS256" or "RS256" => Sign("ziekenhuis-noord", payload, $$"""{"alg":"{{flaw}}"}"""),
            "no-signature" => $"{good[0]}.{good[1]}.",
            "crit" => Sign("ziekenhuis-noord", payload, """{"alg":"ES256","crit":["b64"],"b64":false}"""),
            "two-parts" => $"{good[0]}.{good[1]}",
            "extra-field" => Sign("ziekenhuis-noord", payload.Replace("}", ",\"note\":\"x\"}", StringComparison.Ordinal)),
            "field-twice" => Sign("ziekenhuis-noord", payload.Replace("}", $",\"digest\":\"{kept.Digest}\"}}", StringComparison.Ordinal)),
            "no-json" => Sign("ziekenhuis-noord", "tx=1"),
            "upper-case" => Sign("ziekenhuis-noord", (kept with { Digest = kept.Digest.ToUpperInvariant() + "" }).Payload()),
            "too-long" => Sign("ziekenhuis-noord", payload, $$"""{"alg":"ES256","kid":"{{new string('x', 9000)}}"}"""),
            _ => $"{string.Join('.', good)}\n",
        };

        using var answer = await PostAsync(_hospital, kept, statement);

        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var receipt = await _hospital.SendAsync(HttpMethod.Get, $"/receipts/{kept.Transaction}", null);
        Assert.DoesNotContain("acknowledged", await receipt.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledge_AnotherMediaType_Is415()
    {
        var kept = await ExchangeAsync();

        using var answer = await _hospital.SendAsync(
            HttpMethod.Post, $"/receipts/{kept.Transaction}/ack", null, new StringContent(Sign("ziekenhuis-noord", kept.Payload()), Encoding.ASCII, "application/json"));

        Assert.Equal(415, (int)answer.StatusCode);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static Task<HttpResponseMessage> PostAsync(Caller caller, KeptReceipt kept, string statement) => caller.SendAsync(
        HttpMethod.Post, $"/receipts/{kept.Transaction}/ack", null, new StringContent(statement, Encoding.ASCII, new MediaTypeHeaderValue("application/jose")));

    private async Task<KeptReceipt> ExchangeAsync()
    {
        using var answer = await _hospital.SendAsync(HttpMethod.Get, "/log/checkpoint", null);
        return await KeptReceipt.OfAsync(answer);
    }

    private string Sign(string name, string payload, string header = Es256)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(gateway.Certificates, $"{name}.p12"), DevelopmentWorld.Password);
        using var key = certificate.GetECDsaPrivateKey()!;
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }
}
