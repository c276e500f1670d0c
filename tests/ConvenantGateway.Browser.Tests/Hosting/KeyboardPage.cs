using Microsoft.Playwright;

namespace ConvenantGateway.Browser.Tests;

/// <summary>A page without a mouse.</summary>
internal static class KeyboardPage
{
    /// <summary>Goes to what has this text or <c>#id</c> by Tab only.</summary>
    public static async Task TabToAsync(this IPage page, string target)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>("'#' + document.activeElement.id + '\\n' + (document.activeElement.innerText || '').replace(/\\s+/g, ' ').trim()");
            if (at.Split('\n').Contains(target))
            {
                return;
            }
        }

        Assert.Fail($"the keyboard does not reach {target}");
    }

    /// <summary>Goes there and presses Enter; waits for the page.</summary>
    public static async Task EnterAsync(this IPage page, string target, string path)
    {
        await page.TabToAsync(target);
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage where) => loaded.TrySetResult();
        page.Load += Loaded;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Loaded;
        Assert.Equal(path, new Uri(page.Url).AbsolutePath);
    }

    /// <summary>Goes there and types.</summary>
    public static async Task TypeIntoAsync(this IPage page, string target, string text)
    {
        await page.TabToAsync(target);
        await page.Keyboard.TypeAsync(text);
    }
}
