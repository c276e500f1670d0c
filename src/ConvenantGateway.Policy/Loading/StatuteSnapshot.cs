using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Makes a snapshot of the law alone, with a synthetic partner for each kind of party.</summary>
internal static class StatuteSnapshot
{
    /// <summary>The id of the layer in cases and reports.</summary>
    public const string Id = "statute";

    public static PolicySnapshot Of(Vocabulary words, ImmutableArray<Rule> rules, PolicyErrorList errors)
    {
        var partners = words.Kinds.Values.Select(k => new Partner
        {
            Id = PartnerOf(k.Kind.Code),
            Kind = k.Kind,
            Name = k.Title,
            Region = Id,
            CertificateSubject = "",
            HasSigned = true,
            Telephone = "",
            ContactFunction = "",
        }).ToFrozenDictionary(p => p.Id);
        var terms = new CovenantTerms { Id = Id, Title = "de wet", From = DateOnly.MinValue, Parties = [.. partners.Keys], Decisions = [] };
        return new PolicySnapshot
        {
            ManifestDigest = "",
            Covenant = terms,
            Partners = partners,
            Officers = FrozenDictionary<string, Officer>.Empty,
            Grounds = words.Grounds,
            Purposes = words.Purposes,
            CategoryNames = words.CategoryNames,
            Elements = FrozenDictionary<string, ElementClassification>.Empty,
            Decider = new PolicyDecider(PolicyTable.Compile(words, rules, errors), terms, partners.Values, isStatute: true),
        };
    }

    /// <summary>The synthetic partner of a kind.</summary>
    public static PartnerId PartnerOf(string kind) => PartnerId.Parse(kind.ToLowerInvariant());
}
