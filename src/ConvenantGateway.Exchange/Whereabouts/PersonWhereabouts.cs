using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the node knows of where one person is, as digests. Immutable.</summary>
/// <param name="Values">The digests.</param>
/// <param name="CasesOf">Who holds a case in which this person is the victim or a child.</param>
public sealed record PersonWhereabouts(ImmutableArray<KnownWhereabout> Values, ImmutableArray<PartnerId> CasesOf)
{
    /// <summary>Of a person nobody knows.</summary>
    public static PersonWhereabouts None { get; } = new([], []);

    /// <summary>The value with this digest, or null.</summary>
    public KnownWhereabout? Find(TextFormKind kind, string digest) => Values.FirstOrDefault(v => v.Kind == kind && v.Digest == digest);
}
