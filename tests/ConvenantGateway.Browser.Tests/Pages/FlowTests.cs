using Microsoft.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>What officers and case workers do, in real Chromium.</summary>
public sealed class FlowTests(ConsoleFixture fixture, ChromiumFixture chromium) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task Exchange_Explained_NamesWhoWhyAndWhatWasNotProvided()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "fg-ashg-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/uitwisselingen");

        await page.ClickAsync($"a[href='/uitwisselingen/{fixture.Host.Seed.Referral}']");

        var text = await page.InnerTextAsync("main");
        string[] expected = ["ASHG Noord heeft gegevens verstrekt aan Vrouwenopvang Noord. Een deel is niet verstrekt.", "R-40", "Wbp, artikel 8(a)", "Niet verstrekt", "niet nodig voor de opvang (Wbp 11(1))", "Ontvangstbewijs"];
        Assert.All(expected, e => Assert.Contains(e, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Anna", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referral_Read_ShowsPackagesAndSafeContactOfTheVictimOnly()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "cw-vrouwenopvang-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/werklijst");

        Assert.DoesNotContain("Voorbeeld", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lees de verwijzing" }).First.ClickAsync();

        var banner = await page.InnerTextAsync(".contact");
        Assert.Contains("06-00000001", banner, StringComparison.Ordinal);
        Assert.DoesNotContain("06-00000099", banner, StringComparison.Ordinal);
        var headings = await page.Locator("section h2").AllInnerTextsAsync();
        Assert.Equal(["(vermoedelijk) slachtoffer: Anna Voorbeeld", "kind + getuige: Tim Voorbeeld", "vermoedelijke pleger: Bert Gevaar"], headings);
    }

    [Fact]
    public async Task Log_Verified_SaysWhatWasFound()
    {
        await using var host = await ConsoleHost.StartAsync();
        await using var context = await chromium.OpenAsync(host, "beheer-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/logboek");

        await page.GetByRole(AriaRole.Button, new() { Name = "Controleer" }).ClickAsync();
        var whole = await page.GetByRole(AriaRole.Status).InnerTextAsync();
        host.Log.IsIntact = false;
        await page.GetByRole(AriaRole.Button, new() { Name = "Controleer" }).ClickAsync();
        var broken = await page.GetByRole(AriaRole.Status).InnerTextAsync();

        Assert.Contains("Het logboek klopt.", whole, StringComparison.Ordinal);
        Assert.Contains("regel 3", broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Switched_StaysSwitched()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "fg-ashg-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/uitwisselingen");

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        Assert.EndsWith("/uitwisselingen", page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal("Exchanges", await page.InnerTextAsync("h1"));
        await Shots.TakeAsync(page, "english");
    }

    [Fact]
    public async Task Exchange_Printed_IsReadableOnPaper()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "fg-ashg-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/uitwisselingen/{fixture.Host.Seed.Referral}");

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var menu = await page.Locator("nav").IsVisibleAsync();
        var stamp = await page.Locator(".print-only").IsVisibleAsync();
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.False(menu);
        Assert.True(stamp);
        Assert.True(pdf.AsSpan().StartsWith("%PDF"u8));
        await Shots.KeepAsync(pdf, "uitwisseling");
    }
}
