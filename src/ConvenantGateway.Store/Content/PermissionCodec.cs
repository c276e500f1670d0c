using System.Text.Json;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>The sealed part of a standing permission: JSON array of ground, level, who gave it, which Consent. Pure.</summary>
internal static class PermissionCodec
{
    public static byte[] Write(StandingPermission p) => JsonSerializer.SerializeToUtf8Bytes<string[]>([p.Ground.Code, p.Level.ToString(), p.GivenBy, p.ConsentId]);

    public static (Ground Ground, StatusLevel Level, string GivenBy, string ConsentId) Read(byte[] plain)
    {
        var parts = JsonSerializer.Deserialize<string[]>(plain)!;
        return (new Ground(parts[0]), Enum.Parse<StatusLevel>(parts[1]), parts[2], parts[3]);
    }

    public static byte[] Bound(string holder, byte[] person, string recipient, string purpose, int from, int until) =>
        ResourceColumns.Bound("permission", holder, Convert.ToHexStringLower(person), recipient, purpose, $"{from}", $"{until}");
}
