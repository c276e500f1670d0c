using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>What the codes of a resource say so far.</summary>
internal struct FoundCodes
{
    /// <summary>Category labels in <c>meta.security</c>.</summary>
    public CategorySet Labels;

    /// <summary>Roles in <c>meta.tag</c>.</summary>
    public RolSet Rollen;
}
