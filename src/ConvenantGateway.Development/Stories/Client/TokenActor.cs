using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>The professional on whose behalf a system calls.</summary>
/// <param name="System">The identity scheme, a URI.</param>
/// <param name="Id">The number in it.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The function.</param>
public sealed record TokenActor(string System, string Id, string Name, string Role)
{
    /// <summary>The member <c>actor</c>.</summary>
    internal JsonObject ToJson() => new() { ["system"] = System, ["id"] = Id, ["name"] = Name, ["role"] = Role };
}
