using System.Text;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Release;

/// <summary>Pages that hold nothing of a request or a record, for when no page can be made or recorded. In both languages, for none was chosen yet.</summary>
internal static class ConsoleConstants
{
    /// <summary>The page for a status.</summary>
    public static ReadOnlyMemory<byte> Page(int status)
    {
        var (dutch, english) = status switch
        {
            StatusCodes.Status403Forbidden => ("Geen toegang", "No access"),
            StatusCodes.Status503ServiceUnavailable => (
                "Er is niets getoond: de logregel kon niet worden vastgelegd. Probeer het later opnieuw.",
                "Nothing was shown: the log line could not be recorded. Try again later."),
            StatusCodes.Status500InternalServerError => ("Er ging iets mis. Er is niets getoond.", "Something went wrong. Nothing was shown."),
            _ => ("Dit verzoek is niet aangenomen.", "This request was not accepted."),
        };
        return Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="nl">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{dutch}</title><link rel="stylesheet" href="/console.css"></head>
            <body><main id="inhoud"><h1>{dutch}</h1><p lang="en">{english}</p><p>{ErrorTable.PhoneText}</p><p><a href="/">Naar het begin</a></p></main></body>
            </html>
            """);
    }

    /// <summary>Clears what the page had set and sets what goes with the constant.</summary>
    public static void Prepare(HttpResponse response, int status)
    {
        response.Headers.Clear();
        ConsoleHeaders.Set(response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "30";
        }
    }

    /// <summary>Sends the constant page of a status, unrecorded.</summary>
    public static async Task SendAsync(HttpContext context, int status)
    {
        Prepare(context.Response, status);
        var page = Page(status);
        context.Response.ContentLength = page.Length;
        await context.Response.BodyWriter.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>Sends an asset.</summary>
    public static async Task SendAsync(HttpContext context, ConstantAsset asset)
    {
        context.Response.ContentType = asset.ContentType;
        context.Response.Headers.CacheControl = "private, max-age=300";
        context.Response.ContentLength = asset.Bytes.Length;
        await context.Response.BodyWriter.WriteAsync(asset.Bytes, context.RequestAborted);
    }
}
