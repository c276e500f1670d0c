using ConvenantGateway.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace ConvenantGateway.Browser.Tests;

/// <summary>One Debian Chromium for the whole run. Without it the tests fail: a console that no browser opened is not tested.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium" });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
    }

    /// <summary>A browser of its own for an officer, with the officer's certificate.</summary>
    internal Task<IBrowserContext> OpenAsync(ConsoleHost host, string officer) => Browser.NewContextAsync(new()
    {
        BaseURL = host.Address.ToString(),
        IgnoreHTTPSErrors = true,
        ClientCertificates = [new() { Origin = host.Address.GetLeftPart(UriPartial.Authority), Pfx = host.Pkcs12Of(officer), Passphrase = "dev" }],
    });
}
