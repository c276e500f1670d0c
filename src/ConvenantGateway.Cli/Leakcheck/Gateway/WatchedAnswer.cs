using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>An answer that was looked at.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Transaction"><c>Fsc-Transaction-Id</c>, or empty.</param>
internal sealed record WatchedAnswer(int Status, byte[] Body, string Transaction)
{
    /// <summary>The body as a JSON object, or null.</summary>
    public JsonObject? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body) as JsonObject;
            }
            catch (JsonException)
            {
                // A page, a tile: not JSON.
                return null;
            }
        }
    }
}
