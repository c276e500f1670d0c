using System.Text.Json;
using System.Text.Json.Serialization;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Connect;

/// <summary>The one element of a token's <c>authorization_details</c> as the gateway wrote it.</summary>
internal sealed record BearerClaims
{
    /// <summary>The claim's name (RFC 9396).</summary>
    public const string Details = "authorization_details";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Always <c>convenant_exchange</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>One FHIR base.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>Purpose code.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Ground code.</summary>
    public string Ground { get; init; } = "";

    /// <summary><c>system|id</c>.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The role.</summary>
    public string Role { get; init; } = "";

    /// <summary>Emergency use.</summary>
    public bool Emergency { get; init; }

    /// <summary>Handles.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The dossier.</summary>
    public Guid Dossier { get; init; }

    /// <summary>Reads the claim; null if it is not what this gateway writes.</summary>
    public static BearerClaims? Read(JsonElement details)
    {
        try
        {
            return details.ValueKind == JsonValueKind.Array && details.GetArrayLength() == 1
                && details[0].Deserialize<BearerClaims>(Web) is { Type: "convenant_exchange", Locations: [_] } one
                ? one
                : null;
        }
        catch (JsonException)
        {
            // A token with our signature and other contents is of another version: it is not valid here.
            return null;
        }
    }

    /// <summary>The grant.</summary>
    public ExchangeGrant ToGrant(PartnerId caller, PartnerId counterparty, string scope) => new()
    {
        Caller = caller,
        Counterparty = counterparty,
        Purpose = new Purpose(Purpose),
        Ground = new Ground(Ground),
        Actor = Actor,
        ActorRole = Role,
        Emergency = Emergency,
        About = [.. About.Select(static h => new PersonHandle(h))],
        Dossier = Dossier,
        Scopes = [.. scope.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
    };
}
