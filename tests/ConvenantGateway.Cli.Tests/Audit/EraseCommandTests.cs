using System.CommandLine;
using ConvenantGateway.Audit;
using ConvenantGateway.Cli.Audit;
using ConvenantGateway.Cli.Audit.Backups;
using ConvenantGateway.Cli.Audit.Erasing;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using ConvenantGateway.Store;
using Microsoft.Extensions.Time.Testing;

namespace ConvenantGateway.Cli.Tests.Audit;

public sealed class EraseCommandTests : IAsyncLifetime
{
    private const string Anna = """{"family": "Jansen", "given": "Anna", "birthDate": "1980-02-03", "gender": "female"}""";
    private const string Bram = """{"family": "de Vries", "given": "Bram", "birthDate": "1978-05-06", "gender": "male"}""";
    private const string Covenant = "modelconvenant-2009";
    private static readonly DateTimeOffset Then = new(2019, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("convenant-erase-").FullName;
    private readonly FakeTimeProvider _time = new(Then);

    private string Data => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        await AppendAsync(Anna, RecordType.Exchange, "politie-noord");
        await AppendAsync(Anna, RecordType.Token, "politie-noord");
        await AppendAsync(Bram, RecordType.Exchange, "ashg-noord");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Person_Known_IsErasedForThatViewerOnly()
    {
        var (code, output) = await PersonAsync(Anna, "politie-noord");

        Assert.Equal(0, code);
        Assert.Contains("2 keys, values of 2 records; tombstone: record 3", output, StringComparison.Ordinal);
        Assert.Equal((0, "nothing"), await FirstWordAsync(PersonAsync(Anna, "politie-noord")));
        Assert.Equal((0, "nothing"), await FirstWordAsync(PersonAsync(Anna, "ziekenhuis-noord")));
        Assert.Equal("Wbp-36", (await ReadAsync("politie-noord", 0)).Erased?.Rule);
        Assert.NotEmpty((await ReadAsync("ashg-noord", 2)).Values);
    }

    [Fact]
    public async Task Person_DryRun_ErasesNothing()
    {
        var (code, output) = await PersonAsync(Anna, "politie-noord", dry: true);

        Assert.Equal(0, code);
        Assert.Equal(2, output.Split("would erase", StringSplitOptions.None).Length - 1);
        Assert.NotEmpty((await ReadAsync("politie-noord", 0)).Values);
    }

    [Fact]
    public async Task Person_Held_IsRefusedByTheCommandToo()
    {
        Assert.Equal(0, await AuditHoldCommand.RunAsync(Input(Anna, "politie-noord", "zaak-17"), "2030-01-01", lift: false, new StringReader(Anna), _time, TextWriter.Null, default));

        var (code, output) = await PersonAsync(Anna, "politie-noord");

        Assert.Equal(2, code);
        Assert.Contains("`zaak-17` until 2030-01-01", output, StringComparison.Ordinal);
        Assert.Equal(2, (await PersonAsync(Anna, "politie-noord", dry: true)).Code);
        Assert.Equal(0, await AuditHoldCommand.RunAsync(Input(Anna, "politie-noord", "klaar"), null, lift: true, new StringReader(Anna), _time, TextWriter.Null, default));
        Assert.Equal(0, (await PersonAsync(Anna, "politie-noord")).Code);
        using var list = new StringWriter();
        Assert.Equal(0, AuditHoldCommand.List(Input(Anna, "politie-noord", ""), _time, list));
        Assert.Contains("lifted", list.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"family": "Jansen", "birthDate": "1980-02-03", "bsn": "999"}""")]
    [InlineData("""{"family": "Jansen"}""")]
    [InlineData("""{"family": "Jansen", "birthDate": "1980"}""")]
    [InlineData("""{"family": "Jansen", "birthDate": "1980-02-03", "gender": "v"}""")]
    [InlineData("""{"family": 12, "birthDate": "1980-02-03"}""")]
    [InlineData("[]")]
    [InlineData("Jansen")]
    public async Task Person_NotAPerson_IsInvalidAndNoValueIsTold(string person)
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => PersonAsync(person, "politie-noord"));

        Assert.DoesNotContain("Jansen", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("1980", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("999", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_RuleOrViewerInvalid_IsInvalid()
    {
        await Assert.ThrowsAsync<FormatException>(() => PersonAsync(Anna, "politie noord"));
        await Assert.ThrowsAsync<FormatException>(() => AuditEraseCommand.PersonAsync(Input(Anna, "politie-noord", "Wbp 36"), null, false, new StringReader(Anna), _time, TextWriter.Null, default));
        await Assert.ThrowsAsync<FormatException>(() => AuditEraseCommand.PersonAsync(Input(Anna, "politie-noord", "Wbp-36"), "alles", false, new StringReader(Anna), _time, TextWriter.Null, default));
    }

    [Theory]
    [InlineData("--policies", "elders", "--due")]
    [InlineData("--covenant", "modelconvenant-2009", "--due")]
    [InlineData("--region", "noord", "--due")]
    [InlineData("--rule", "Wbp-36", "--due")]
    [InlineData("--class", "log", "--due")]
    [InlineData("--reviewed", "true", "--person")]
    public async Task Erase_OptionOfTheOtherWay_IsRefusedAndNothingIsErased(string option, string value, string way)
    {
        var person = Path.Combine(_folder, "person.json");
        await File.WriteAllTextAsync(person, Anna);
        string[] arguments = ["erase", "--database", Path.Combine(Data, "convenant.db"), "--viewer", "politie-noord", option, value, .. way == "--due" ? (string[])["--due"] : ["--person", person]];
        using var output = new StringWriter();

        var code = await AuditCommands.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, TestContext.Current.CancellationToken);

        Assert.Equal(3, code);
        Assert.Contains($"`{option}` does not go with `{way}`", output.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty((await ReadAsync("politie-noord", 0)).Values);
    }

    [Fact]
    public async Task Erase_DueWithItsOwnOptions_IsCarriedOut()
    {
        await ActivateAsync(PolicyFolder.Read(Path.Combine(Root(), "policies"), null));
        using var output = new StringWriter();

        var code = await AuditCommands.Create().Parse(["erase", "--database", Path.Combine(Data, "convenant.db"), "--due", "--reviewed", "--dry-run", "--viewer", "politie-noord", "--by", "beheer-noord"])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Contains("to erase", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_FolderWithShorterTerms_ErasesByTheSetInForceAlone()
    {
        var folder = Path.Combine(_folder, "policies");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "retention.yaml"), "retention: []");
        await ActivateAsync(PolicyFolder.Read(Path.Combine(Root(), "policies"), null));
        _time.SetUtcNow(Then.AddYears(1));
        using var output = new StringWriter();

        var code = await AuditEraseCommand.DueAsync(new OrderInput { Node = NodePlace.Of(Data, ""), By = "beheer-noord", Policies = folder }, reviewed: true, dry: false, _time, output, default);

        Assert.Equal(0, code);
        Assert.StartsWith("0 to erase", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_NothingEverActivated_IsRefused()
    {
        _time.SetUtcNow(Then.AddYears(50));
        var input = new OrderInput { Node = NodePlace.Of(Data, ""), By = "beheer-noord", Policies = Path.Combine(Root(), "policies") };

        await Assert.ThrowsAsync<FormatException>(() => AuditEraseCommand.DueAsync(input, reviewed: true, dry: false, _time, TextWriter.Null, default));
    }

    [Fact]
    public async Task Due_TermNotPast_ErasesNothing()
    {
        _time.SetUtcNow(Then.AddYears(5).AddDays(-1));

        var (code, output) = await DueAsync(reviewed: true);

        Assert.Equal(0, code);
        Assert.StartsWith("0 to erase, 0 held, 0 to be reviewed first, 0 without a term", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_TermPast_ErasesWhatNeedsNoReviewAndTheRestOnceReviewed()
    {
        _time.SetUtcNow(Then.AddYears(5).AddDays(1));

        var (code, output) = await DueAsync(reviewed: false);

        Assert.Equal(0, code);
        Assert.Contains("1 to erase, 0 held, 2 to be reviewed first", output, StringComparison.Ordinal);
        Assert.Equal(("RET-DOS-POL", null), ((await ReadAsync("politie-noord", 1)).Erased?.Rule, (await ReadAsync("politie-noord", 0)).Erased?.Rule));
        Assert.Contains("2 to erase, 0 held, 0 to be reviewed first", (await DueAsync(reviewed: true)).Output, StringComparison.Ordinal);
        Assert.Equal(("RET-LOG-POL", "RET-LOG"), ((await ReadAsync("politie-noord", 0)).Erased?.Rule, (await ReadAsync("ashg-noord", 2)).Erased?.Rule));
    }

    [Fact]
    public async Task Due_NewRecordAboutThePerson_StartsTheTermAnew()
    {
        _time.SetUtcNow(Then.AddYears(4));
        await AppendAsync(Bram, RecordType.Exchange, "ashg-noord");
        _time.SetUtcNow(Then.AddYears(6));

        await DueAsync(reviewed: true);

        Assert.Null((await ReadAsync("ashg-noord", 2)).Erased);
    }

    [Fact]
    public async Task Due_Held_IsSkippedAndSaid()
    {
        await AuditHoldCommand.RunAsync(Input(Bram, "ashg-noord", "zaak-9"), "2030-01-01", lift: false, new StringReader(Bram), _time, TextWriter.Null, default);
        _time.SetUtcNow(Then.AddYears(6));

        var (code, output) = await DueAsync(reviewed: true);

        Assert.Equal(0, code);
        Assert.Contains("held by", output, StringComparison.Ordinal);
        Assert.NotEmpty((await ReadAsync("ashg-noord", 2)).Values);
    }

    [Fact]
    public async Task Erase_AnotherProcessWritesAndTakesNoOrders_CouldNotRun()
    {
        await using var gateway = GatewayStore.Open(Options(), _time);
        using var error = new StringWriter();

        Assert.Equal(1, await OrderRun.GuardAsync(error, async () => (await PersonAsync(Anna, "politie-noord")).Code));
        Assert.Contains("takes no orders", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_ThenRestore_CarriesLaterErasuresOutAgain()
    {
        var (backup, restored) = (Path.Combine(_folder, "backup"), Path.Combine(_folder, "restored"));
        Assert.Equal(0, await AuditBackupCommand.RunAsync(NodePlace.Of(Data, ""), backup, "beheer-noord", _time, TextWriter.Null, default));
        await PersonAsync(Anna, "politie-noord");
        var order = new RestoreOrder { From = backup, To = restored, Erasures = [Path.Combine(Data, "erasures.jsonl")], By = "beheer-noord" };
        using var output = new StringWriter();

        Assert.Equal(0, await OrderRun.GuardAsync(TextWriter.Null, () => AuditRestoreCommand.RunAsync(order, _time, output, TextWriter.Null)));

        Assert.Contains("tombstones: 1 known, 1 carried out again", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await OrderRun.GuardAsync(TextWriter.Null, () => AuditRestoreCommand.RunAsync(order, _time, output, TextWriter.Null)));
        Assert.Equal(1, await OrderRun.GuardAsync(TextWriter.Null, () => AuditRestoreCommand.RunAsync(order with { From = _folder, To = restored + "2" }, _time, output, TextWriter.Null)));
        Assert.Equal(1, await OrderRun.GuardAsync(TextWriter.Null, () => AuditRestoreCommand.RunAsync(order with { Erasures = ["none"], To = restored + "2" }, _time, output, TextWriter.Null)));
        await using var gateway = GatewayStore.Open(Options() with { Database = restored }, _time);
        Assert.Equal("Wbp-36", (await gateway.Reading.FindAsync("politie-noord", 0, default))!.Erased?.Rule);
        Assert.True((await gateway.Reading.VerifyAsync(default)).IsValid);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ConvenantGateway.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static async Task<(int Code, string Word)> FirstWordAsync(Task<(int Code, string Output)> run)
    {
        var (code, output) = await run;
        return (code, output.Split(':')[0]);
    }

    private static PersonTraits Traits(string person) => PersonFile.Read("-", new StringReader(person));

    private StoreOptions Options() => new() { Database = Data, LogOrigin = "convenantgateway.nl/log/noord", Regions = ["noord"] };

    private OrderInput Input(string person, string viewer, string rule) => new()
    {
        Node = NodePlace.Of(Data, ""), Viewers = [viewer], Person = person.Length > 0 ? "-" : null, By = "beheer-noord", Policies = Path.Combine(Root(), "policies"), Rule = rule,
    };

    private async Task<(int Code, string Output)> PersonAsync(string person, string viewer, bool dry = false)
    {
        using var output = new StringWriter();
        return (await AuditEraseCommand.PersonAsync(Input(person, viewer, "Wbp-36"), null, dry, new StringReader(person), _time, output, default), output.ToString());
    }

    private async Task<(int Code, string Output)> DueAsync(bool reviewed)
    {
        await ActivateAsync(PolicyFolder.Read(Path.Combine(Root(), "policies"), null));
        using var output = new StringWriter();
        var input = new OrderInput { Node = NodePlace.Of(Data, ""), By = "beheer-noord", Policies = Path.Combine(Root(), "policies") };
        return (await AuditEraseCommand.DueAsync(input, reviewed, dry: false, _time, output, default), output.ToString());
    }

    private async Task ActivateAsync(PolicyFiles files)
    {
        await using var gateway = GatewayStore.Open(Options(), _time);
        var activation = new PolicySetActivation
        {
            Transaction = Guid.CreateVersion7(), At = _time.GetUtcNow(), Covenant = Covenant, Digests = PolicyDigests.Of(files, Covenant), Kind = ActivationKind.Activated, By = "beheer-noord", Signers = [],
        };
        var record = new ExchangeRecord
        {
            Type = RecordType.Activation, Transaction = activation.Transaction, Time = activation.At, Caller = "gateway", Outcome = "activated", Covenant = Covenant,
            PolicyDigest = activation.Digests.Manifest, BodyDigest = activation.Digests.Set,
        };
        await gateway.Log.AppendAsync(record, new StoreWrites { PolicySet = new PolicySetWrite(files, activation) }, CancellationToken.None);
    }

    private async Task<VisibleRecord> ReadAsync(string viewer, long index)
    {
        await using var gateway = GatewayStore.Open(Options(), _time);
        return (await gateway.Reading.FindAsync(viewer, index, default))!;
    }

    private async Task AppendAsync(string person, RecordType type, string viewer)
    {
        await using var gateway = GatewayStore.Open(Options(), _time);
        var handle = new PersonHandles(gateway.RegionKeys.HandleKey("noord")).HandleOf(Traits(person))!.Value.ToBytes();
        var record = new ExchangeRecord
        {
            Type = type,
            Transaction = Guid.CreateVersion7(),
            Time = _time.GetUtcNow(),
            Caller = viewer,
            Outcome = "released",
            BodyDigest = new string('0', 64),
            Views = [new RecordView(viewer, [new RecordValue("actor", "900012345")], [handle])],
        };
        await gateway.Log.AppendAsync(record, null, CancellationToken.None);
    }
}
