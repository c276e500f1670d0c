using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>A resource with its content sealed and its persons and terms made blind.</summary>
internal sealed record PreparedResource(StoredResource Resource, SealedContent Content, IReadOnlyList<(byte[] Person, StoredPerson Stored)> Persons, IReadOnlyList<byte[]> Terms);
