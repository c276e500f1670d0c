using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Release;

/// <summary>
/// The only place that writes a response on the partner listener. It compares the receipt with the transaction and the digest of the very bytes it is about to send;
/// a mismatch aborts the connection.
/// </summary>
internal static class ResponseRelease
{
    /// <summary>The FHIR media type.</summary>
    public const string FhirJson = "application/fhir+json";

    /// <summary>The problem media type (RFC 9457).</summary>
    public const string ProblemJson = "application/problem+json";

    /// <summary>Plain JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Sends a body that has a receipt.</summary>
    public static async Task SendAsync(HttpContext context, int status, string contentType, ReleasableBody body, AuditReceipt receipt, Guid transaction)
    {
        if (receipt.Transaction != transaction || !string.Equals(receipt.BodyDigest, body.Digest, StringComparison.Ordinal))
        {
            context.Abort();
            throw new InvalidOperationException("the receipt is not for this body: nothing was sent");
        }

        var response = context.Response;
        response.StatusCode = status;
        var headers = response.Headers;
        headers["Fsc-Transaction-Id"] = transaction.ToString();
        headers["Convenant-Receipt"] = string.Create(
            CultureInfo.InvariantCulture, $"tx=\"{receipt.Transaction}\", log=\"{receipt.Log}\", index={receipt.Index}, leaf=\"{receipt.Leaf}\"");
        headers["Content-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(body.Digest))}:";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (body.Utf8.Length > 0)
        {
            response.ContentType = contentType;
            response.ContentLength = body.Utf8.Length;
            await response.BodyWriter.WriteAsync(body.Utf8, context.RequestAborted);
        }
        else
        {
            response.ContentLength = status == StatusCodes.Status204NoContent ? null : 0;
        }
    }
}
