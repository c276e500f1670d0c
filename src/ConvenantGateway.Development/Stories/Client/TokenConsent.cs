using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>A consent as evidence (domain.md 10.3; Wbp 8(a), 23(1)(a)): explicit, spoken alone, naming the receiver of the call and its purpose.</summary>
/// <param name="About">The index in <c>about</c>.</param>
/// <param name="Giver">Who gave it.</param>
/// <param name="Categories">The categories it covers.</param>
/// <param name="Given">From.</param>
/// <param name="Until">Last day.</param>
/// <param name="IsRepresentative">Given by a legal representative (Wbp 5(1)), not by the person.</param>
public sealed record TokenConsent(int About, string Giver, IReadOnlyList<string> Categories, DateOnly Given, DateOnly Until, bool IsRepresentative = false)
{
    /// <summary>An element of <c>evidence.consent</c>.</summary>
    internal JsonObject ToJson(string recipient, string? purpose) => new()
    {
        ["about"] = About,
        ["giver"] = Giver,
        ["capacity"] = IsRepresentative ? "legal-representative" : "self",
        ["spokenAlone"] = true,
        ["recipients"] = new JsonArray(recipient),
        ["categories"] = new JsonArray([.. Categories.Select(static c => JsonValue.Create(c))]),
        ["purpose"] = purpose,
        ["given"] = IsoDate.Of(Given),
        ["until"] = IsoDate.Of(Until),
        ["form"] = "written",
    };
}
