using System.Text.RegularExpressions;

namespace ConvenantGateway.Browser.Tests;

/// <summary>Forms of a page without a browser: reads the antiforgery token and its cookie, posts with them.</summary>
internal static partial class Forms
{
    /// <summary>The token and cookie of a page.</summary>
    public static async Task<(string Token, string Cookie)> TokenAsync(this HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        var cookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0] : "";
        return (TokenInput().Match(html).Groups[1].Value, cookie);
    }

    /// <summary>Posts a form.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string page, (string Token, string Cookie) token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token.Token)).Where(static f => f.Item2.Length > 0).Select(static f => KeyValuePair.Create(f.Item1, f.Item2))),
        };
        if (token.Cookie.Length > 0)
        {
            request.Headers.Add("Cookie", token.Cookie);
        }

        return await client.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenInput();
}
