using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What the overlay says of one partner or officer: keys, a shelter's hashed addresses (lower-case hex SHA-256), and the key with which it co-signs checkpoints.</summary>
internal sealed record KeyPins(ImmutableArray<string> Spki, ImmutableArray<string> ShelterAddresses, string? Witness);
