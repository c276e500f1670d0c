using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What a projection says around a record: the names of codes and organisations, and the log's own. Immutable.</summary>
/// <param name="Log">The log's name.</param>
/// <param name="Policy">The policy set whose names are used; a code that it does not know stands as it is.</param>
public sealed record ProjectionWords(string Log, PolicySnapshot Policy)
{
    /// <summary>The name of an organisation; the slug if it has none.</summary>
    public string Organisation(string slug) => PartnerId.TryParse(slug, out var id) && Policy.Partners.TryGetValue(id, out var partner) ? partner.Name : slug;

    /// <summary>True if an organisation is of a kind.</summary>
    public bool Is(string slug, string kind) => PartnerId.TryParse(slug, out var id) && Policy.Partners.TryGetValue(id, out var partner) && partner.Kind.Code == kind;

    /// <summary>A purpose in words.</summary>
    public string Purpose(string code) => Policy.Purposes.TryGetValue(code, out var title) ? title : code;

    /// <summary>A category with its name: <c>D08 incident</c>.</summary>
    public string Category(string code) => Policy.CategoryNames.TryGetValue(code, out var name) ? $"{code} {name}" : code;
}
