using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

/// <summary>A store in a folder of its own, removed afterwards.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    public const string Origin = "convenantgateway.nl/log/test";

    public TemporaryStore()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("convenant-store-").FullName;
        Gateway = Reopened();
    }

    public string Directory { get; }

    public string DatabasePath => Path.Combine(Directory, "convenant.db");

    public SqliteGateway Gateway { get; private set; }

    public SqliteGatewayOptions Options => new() { DataDirectory = Directory, LogOrigin = Origin, Regions = ["noord"] };

    public async Task ReopenAsync()
    {
        await Gateway.DisposeAsync();
        Gateway = Reopened();
    }

    public ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion = null) =>
        Gateway.Log.AppendAsync(record, companion, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private SqliteGateway Reopened() => SqliteGateway.Open(Options, TimeProvider.System);
}
