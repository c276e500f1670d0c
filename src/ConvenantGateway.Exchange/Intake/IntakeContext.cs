using System.Collections.Frozen;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What intake needs to know.</summary>
public sealed record IntakeContext
{
    /// <summary>Who pushed.</summary>
    public required PartnerId Sender { get; init; }

    /// <summary>Whose register or inbox it goes to.</summary>
    public required PartnerId Register { get; init; }

    /// <summary>For <c>TREAT</c> an untagged Patient is a <c>client</c>.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>The classification in force.</summary>
    public required FrozenDictionary<string, ElementClassification> Elements { get; init; }

    /// <summary>The partners, for public addresses and shelter hashes.</summary>
    public required FrozenDictionary<PartnerId, Partner> Partners { get; init; }

    /// <summary>Hashes a normalized address, postcode or telephone number under the region key, lower-case hex: compared with <see cref="Partner.ShelterAddressHashes"/>.</summary>
    public required Func<string, string> AddressHash { get; init; }

    /// <summary>Makes the next logical id.</summary>
    public required Func<string> NewId { get; init; }
}
