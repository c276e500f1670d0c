using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.Exchange;

/// <summary>What a request says of media types.</summary>
internal static class MediaTypes
{
    /// <summary>True if the body is of this media type, in UTF-8.</summary>
    public static bool IsSent(HttpContext context, string mediaType) =>
        context.Request.ContentType is { } type
        && type.Split(';')[0].Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        && (!type.Contains("charset", StringComparison.OrdinalIgnoreCase) || type.Contains("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>True if the caller takes JSON.</summary>
    public static bool AcceptsJson(HttpContext context)
    {
        var accept = context.Request.Headers.Accept;
        return accept.Count == 0 || accept.SelectMany(static a => (a ?? "").Split(',')).Select(static a => a.Split(';')[0].Trim().ToLowerInvariant())
            .Any(static a => a is "*/*" or "application/*" or "application/json" or ResponseRelease.FhirJson);
    }
}
