using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The keyed hashes that all shelters supply (domain.md 10.2, 6), as intake and the guard compare with them. Pure; thread safe.</summary>
public static class ShelterAddressHashes
{
    private static readonly ConditionalWeakTable<FrozenDictionary<PartnerId, Partner>, FrozenSet<string>> Cache = [];

    /// <summary>Lower-case hex; gathered once per activated set.</summary>
    public static FrozenSet<string> Of(FrozenDictionary<PartnerId, Partner> partners) =>
        Cache.GetValue(partners, static all => all.Values.SelectMany(static p => p.ShelterAddressHashes).ToFrozenSet(StringComparer.Ordinal));
}
