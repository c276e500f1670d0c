using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Writes what the gateway itself says in <c>meta</c>: version, time, and the obligations that travel with the data (<c>meta.security</c>).</summary>
internal static class DeliveredMeta
{
    /// <summary>The code system of obligation labels.</summary>
    public const string ObligationSystem = "https://convenantgateway.nl/fhir/CodeSystem/verplichting";

    /// <summary>The resource with its <c>meta</c>; numbers keep their text.</summary>
    public static byte[] Write(ReadOnlyMemory<byte> json, DateTimeOffset at, ImmutableArray<Obligation> obligations, int version = 1)
    {
        var resource = JsonNode.Parse(json.Span)!.AsObject();
        var meta = resource["meta"]?.AsObject() ?? [];
        meta["versionId"] = version.ToString(CultureInfo.InvariantCulture);
        meta["lastUpdated"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        if (!obligations.IsDefaultOrEmpty)
        {
            var security = meta["security"]?.AsArray() ?? [];
            foreach (var obligation in obligations)
            {
                security.Add(new JsonObject { ["system"] = ObligationSystem, ["code"] = obligation.Code });
            }

            meta["security"] = security;
        }

        resource["meta"] = meta;
        return JsonSerializer.SerializeToUtf8Bytes(resource, JsonText.Options);
    }
}
