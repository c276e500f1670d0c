using Microsoft.Playwright;

namespace ConvenantGateway.Browser.Tests;

/// <summary>Pictures and prints of pages, for people: only where <c>CONSOLE_SHOTS</c> names a folder.</summary>
internal static class Shots
{
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CONSOLE_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, FileName(name) + ".png"), FullPage = true });
        }
    }

    public static async Task KeepAsync(byte[] pdf, string name)
    {
        if (Environment.GetEnvironmentVariable("CONSOLE_SHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, FileName(name) + ".pdf"), pdf);
        }
    }

    private static string FileName(string name) => string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
