using System.Buffers;
using System.Text.Json;
using ConvenantGateway.Host.Exchange;

namespace ConvenantGateway.Host.Connect;

/// <summary>The SMART App Launch 2 discovery document for backend systems. Constant per node.</summary>
internal static class SmartConfiguration
{
    /// <summary>Composes it.</summary>
    public static byte[] Compose(GatewayAddresses addresses)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("issuer", new Uri(addresses.PublicBase).AbsoluteUri);
            json.WriteString("jwks_uri", addresses.PublicBase + AuthorizationServer.KeysPath);
            json.WriteString("token_endpoint", addresses.PublicBase + AuthorizationServer.TokenPath);
            Write(json, "token_endpoint_auth_methods_supported", "tls_client_auth");
            Write(json, "grant_types_supported", "client_credentials");
            Write(json, "scopes_supported", "system/*.c", "system/*.r", "system/*.s");
            Write(json, "authorization_details_types_supported", "convenant_exchange");
            json.WriteBoolean("tls_client_certificate_bound_access_tokens", true);
            Write(json, "capabilities", "permission-v2");
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
