using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Host.Release;

/// <summary>The language an officer chose: a cookie of two letters, set by POST only.</summary>
internal static class ConsoleLanguage
{
    private const string Cookie = "__Host-taal";

    /// <summary>The words of a request: Dutch unless English was chosen.</summary>
    public static ConsoleText Of(HttpRequest request) => new(request.Cookies[Cookie] == "en");

    /// <summary>Remembers the choice; anything but <c>en</c> is Dutch.</summary>
    public static void Remember(HttpResponse response, string? language) =>
        response.Cookies.Append(Cookie, language == "en" ? "en" : "nl", new CookieOptions
        {
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
        });
}
