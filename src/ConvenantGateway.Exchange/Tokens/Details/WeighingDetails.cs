using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>The weighing (domain.md 3.3).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WeighingDetails
{
    public string? Necessity { get; init; }

    public string? Proportionality { get; init; }

    public string? Subsidiarity { get; init; }

    public bool? Informed { get; init; }

    public string? NotInformedBecause { get; init; }

    public string? Consulted { get; init; }

    /// <summary>All texts that were given.</summary>
    public IEnumerable<string> Texts() =>
        new[] { Necessity, Proportionality, Subsidiarity, NotInformedBecause, Consulted }.OfType<string>();
}
