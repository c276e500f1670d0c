using ConvenantGateway.Host.Operations;
using ConvenantGateway.Host.Tests.Gateway;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ConvenantGateway.Host.Tests.Operations;

/// <summary>A node whose log was changed under it stops exchanging and says so; restarted it does not serve until the log is whole.</summary>
public sealed class SelfCheckTests : IAsyncLifetime
{
    private readonly GatewayFixture _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Check_LogChangedUnderTheNode_TurnsRedAndRefusesUntilItIsWhole()
    {
        using var hospital = new Caller(_gateway, "ziekenhuis-noord");
        using var operations = new HttpClient { BaseAddress = _gateway.Operations };
        var check = _gateway.App.Services.GetRequiredService<SelfCheck>();
        await check.CheckAsync(default);
        Assert.Equal("green\n", await operations.GetStringAsync("/health/ready"));
        Execute("UPDATE leaf SET outcome = 'nothing' WHERE idx = 1");

        await check.CheckAsync(default);

        using var health = await operations.GetAsync("/health/ready");
        Assert.Equal((503, "red: the log is not what it signed\n"), ((int)health.StatusCode, await health.Content.ReadAsStringAsync()));
        using var refused = await hospital.SendAsync(HttpMethod.Get, "/log/checkpoint", null);
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Contains("112", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await Assert.ThrowsAnyAsync<Exception>(_gateway.RestartAsync);
        var opened = await Record.ExceptionAsync(_gateway.RestartAsync);
        Assert.Contains("audit verify", Assert.IsType<InvalidDataException>(opened).Message, StringComparison.Ordinal);
        Execute("UPDATE leaf SET outcome = 'started' WHERE idx = 1");
        Execute("UPDATE leaf SET outcome = (SELECT json_extract(CAST(bytes AS TEXT), '$.outcome') FROM leaf l WHERE l.idx = 1) WHERE idx = 1");
        await _gateway.RestartAsync();
        using var served = await hospital.SendAsync(HttpMethod.Get, "/log/checkpoint", null);
        Assert.Equal(200, (int)served.StatusCode);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_gateway.Database, "convenant.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Text of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
