using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Whose records a hold covers. Immutable.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Officers">The slugs of its officers: what they looked up is kept in views of their own.</param>
public sealed record HoldOwner(PartnerId Organisation, ImmutableArray<string> Officers)
{
    /// <summary>The organisation with the officers that the policy in force names, in ordinal order.</summary>
    public static HoldOwner Of(PartnerId organisation, PolicySnapshot policy) =>
        new(organisation, [.. policy.Officers.Values.Where(o => o.Organisation == organisation).Select(static o => o.Id).Order(StringComparer.Ordinal)]);
}
