using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.Release;

/// <summary>The headers of every console answer: no script at all, no frame, no cache, no referrer to elsewhere.</summary>
internal static class ConsoleHeaders
{
    /// <summary>Sets the safety headers.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), clipboard-read=()";
        headers.CacheControl = "no-store";
    }

    /// <summary>Sets the receipt: the proof that this look is on disk.</summary>
    public static void SetReceipt(HttpResponse response, AuditReceipt receipt)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.Remove("Pragma");
        headers["Fsc-Transaction-Id"] = receipt.Transaction.ToString();
        headers["Convenant-Receipt"] = string.Create(
            CultureInfo.InvariantCulture, $"tx=\"{receipt.Transaction}\", log=\"{receipt.Log}\", index={receipt.Index}, leaf=\"{receipt.Leaf}\"");
        headers["Content-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(receipt.BodyDigest))}:";
    }
}
