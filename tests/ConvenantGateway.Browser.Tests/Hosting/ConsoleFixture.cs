namespace ConvenantGateway.Browser.Tests;

/// <summary>One console for all tests of a class.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    internal ConsoleHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ConsoleHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
