using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>The agreement of the competent authority (Wpg 19, 20(1)).</summary>
/// <param name="Authority">Who agreed.</param>
/// <param name="Date">When.</param>
/// <param name="PurposeLetter">The letter of the purpose, <c>a</c> to <c>d</c>.</param>
public sealed record TokenAgreement(string Authority, DateOnly Date, string PurposeLetter)
{
    /// <summary>The member <c>authorityAgreement</c>.</summary>
    internal JsonObject ToJson() => new() { ["authority"] = Authority, ["date"] = IsoDate.Of(Date), ["purposeLetter"] = PurposeLetter };
}
