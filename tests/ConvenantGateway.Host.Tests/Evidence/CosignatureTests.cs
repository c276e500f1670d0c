using System.Net.Http.Headers;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.OfficerConsole;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Evidence;

/// <summary>A witness co-signs what this log signed, with the key of its operator-signed file and now; nothing else is taken.</summary>
[Collection(GatewayCollection.Name)]
public sealed class CosignatureTests(GatewayFixture gateway) : IDisposable
{
    private readonly Caller _police = new(gateway, "politie-noord");

    public void Dispose() => _police.Dispose();

    [Fact]
    public async Task Cosign_OwnCheckpoint_IsStoredServedRecordedAndShown()
    {
        var note = await CheckpointAsync();
        var signed = Signer().Add(note, TimeProvider.System.GetUtcNow());

        using var answer = await PostAsync(_police, signed);

        Assert.Equal(200, (int)answer.StatusCode);
        using var witnessed = await _police.SendAsync(HttpMethod.Get, "/log/checkpoint/witnessed", null);
        var served = await witnessed.Content.ReadAsByteArrayAsync();
        Assert.True(Signer().Key.TryOpen(served, out var found));
        Assert.True(VerifierKey.TryParse(gateway.World.Store.Reading.VerifierKey, out var key) && Checkpoint.TryOpen(served, key, out _));
        var records = await gateway.World.Store.Reading.ListAsync("politie-noord", new RecordQuery { Types = [RecordType.Cosignature] }, default);
        Assert.Contains(records, static r => r.Record.Outcome == "stored");
        var lines = WitnessLine.Of(gateway.World.Policies.Current.Snapshot, await gateway.World.Store.Witnesses.NewestAsync(default), TimeProvider.System.GetUtcNow());
        Assert.False(lines.Single(static w => w.Id == "politie-noord").IsLate);
        Assert.True(lines.Single(static w => w.Id == "toezicht-cbp").IsLate);
        Assert.NotEmpty(found.Line);
    }

    [Fact]
    public async Task Cosign_TheVerySameAgain_GivesTheSameAnswer()
    {
        var signed = Signer().Add(await CheckpointAsync(), TimeProvider.System.GetUtcNow());
        using var first = await PostAsync(_police, signed);

        using var second = await PostAsync(_police, signed);

        Assert.Equal((first.StatusCode, await first.Content.ReadAsStringAsync()), (second.StatusCode, await second.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("not-a-witness", "CG-EXCHANGE-044")]
    [InlineData("other-key", "CG-EXCHANGE-044")]
    [InlineData("no-line", "CG-EXCHANGE-044")]
    [InlineData("changed-root", "CG-EXCHANGE-044")]
    [InlineData("foreign-root", "CG-EXCHANGE-045")]
    [InlineData("foreign-size", "CG-EXCHANGE-045")]
    [InlineData("foreign-origin", "CG-EXCHANGE-045")]
    [InlineData("old", "CG-EXCHANGE-046")]
    [InlineData("future", "CG-EXCHANGE-046")]
    [InlineData("text", "CG-EXCHANGE-043")]
    [InlineData("long", "CG-EXCHANGE-043")]
    public async Task Cosign_AnythingElse_IsRefusedWithItsCode(string flaw, string code)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var now = TimeProvider.System.GetUtcNow();
        var note = await CheckpointAsync();
        var text = Encoding.UTF8.GetString(note);
        var body = flaw switch
        {
            "other-key" => new WitnessSigner(Signer().Key.Name, new byte[32]).Add(note, now),
            "no-line" => note,
            "changed-root" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Signer().Add(note, now)).Replace(text.Split('\n')[2], Convert.ToBase64String(new byte[32]), StringComparison.Ordinal)),
            "foreign-root" => Signer().Add(Encoding.UTF8.GetBytes(text.Replace(text.Split('\n')[2], Convert.ToBase64String(new byte[32]), StringComparison.Ordinal)), now),
            "foreign-size" => Signer().Add(Encoding.UTF8.GetBytes(text.Replace($"\n{text.Split('\n')[1]}\n", "\n99999999\n", StringComparison.Ordinal)), now),
            "foreign-origin" => Signer().Add(Encoding.UTF8.GetBytes(text.Replace("log/noord\n", "log/zuid\n", StringComparison.Ordinal)), now),
            "old" => Signer().Add(note, now.AddHours(-25)),
            "future" => Signer().Add(note, now.AddMinutes(5)),
            "text" => "hallo"u8.ToArray(),
            "long" => [.. note, .. Encoding.UTF8.GetBytes($"\u2014 x {Convert.ToBase64String(new byte[9000])}\n")],
            _ => Signer().Add(note, now),
        };

        using var answer = await PostAsync(flaw == "not-a-witness" ? hospital : _police, body);

        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(Caller caller, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return await caller.SendAsync(HttpMethod.Post, "/log/checkpoint/cosignatures", null, content);
    }

    private async Task<byte[]> CheckpointAsync()
    {
        using var answer = await _police.SendAsync(HttpMethod.Get, "/log/checkpoint", null);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private WitnessSigner Signer() => WitnessSigner.TryParse(File.ReadAllText(Path.Combine(gateway.Certificates, "politie-noord.witness")), out var signer)
        ? signer
        : throw new InvalidDataException("no witness key");
}
