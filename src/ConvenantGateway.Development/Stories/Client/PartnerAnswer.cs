using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>What the gateway answered: the bytes and the headers that prove them (design.md 3.4). Immutable.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The very bytes.</param>
/// <param name="Transaction"><c>Fsc-Transaction-Id</c>; empty if absent.</param>
/// <param name="Receipt"><c>Convenant-Receipt</c>; empty if absent.</param>
/// <param name="Digest"><c>Content-Digest</c>; empty if absent.</param>
public sealed record PartnerAnswer(int Status, ReadOnlyMemory<byte> Body, string Transaction, string Receipt, string Digest)
{
    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>True if <c>Content-Digest</c> (RFC 9530) is the SHA-256 of the body.</summary>
    public bool HasTrueDigest => Digest == $"sha-256=:{Convert.ToBase64String(SHA256.HashData(Body.Span))}:";

    /// <summary>The body as JSON; null if it is empty or not a JSON object.</summary>
    public JsonObject? Json
    {
        get
        {
            try
            {
                return Body.IsEmpty ? null : JsonNode.Parse(Body.Span) as JsonObject;
            }
            catch (JsonException)
            {
                // Not JSON: an outcome that the caller sees as null.
                return null;
            }
        }
    }

    /// <summary>What the answer says in words: issues of an OperationOutcome, <c>error_description</c>, or <c>detail</c> of a problem. Empty if it says nothing.</summary>
    public IReadOnlyList<string> Texts()
    {
        var json = Json;
        if (json?["error_description"] is { } description)
        {
            return [description.ToString()];
        }

        return json?["resourceType"]?.ToString() == "OperationOutcome"
            ? [.. PartnerIssue.Of(json).Select(static i => i.Expression.Length > 0 ? $"{i.Expression}: {i.Text}" : i.Text)]
            : json?["detail"] is { } detail ? [detail.ToString()] : [];
    }

    /// <summary>Reads a response. Disposes nothing.</summary>
    internal static async Task<PartnerAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return new PartnerAnswer(
            (int)response.StatusCode,
            body,
            Header(response.Headers, "Fsc-Transaction-Id"),
            Header(response.Headers, "Convenant-Receipt"),
            Header(response.Content.Headers, "Content-Digest") is { Length: > 0 } digest ? digest : Header(response.Headers, "Content-Digest"));
    }

    private static string Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
