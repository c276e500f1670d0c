using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What the overlay says of one partner or officer: keys, and a shelter's hashed addresses. Lower-case hex SHA-256.</summary>
internal sealed record KeyPins(ImmutableArray<string> Spki, ImmutableArray<string> ShelterAddresses);
