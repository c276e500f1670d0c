using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>The weighing of a named professional (domain.md 3.3). Each text at most 2,000 characters.</summary>
/// <param name="Necessity">Noodzaak.</param>
/// <param name="Proportionality">Proportionaliteit.</param>
/// <param name="Subsidiarity">Subsidiariteit.</param>
/// <param name="NotInformedBecause">Why a person is not informed; null if informed.</param>
public sealed record TokenWeighing(string Necessity, string Proportionality, string Subsidiarity, string? NotInformedBecause = null)
{
    /// <summary>The member <c>weighing</c>.</summary>
    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["necessity"] = Necessity,
            ["proportionality"] = Proportionality,
            ["subsidiarity"] = Subsidiarity,
            ["informed"] = NotInformedBecause is null,
        };
        if (NotInformedBecause is not null)
        {
            json["notInformedBecause"] = NotInformedBecause;
        }

        return json;
    }
}
