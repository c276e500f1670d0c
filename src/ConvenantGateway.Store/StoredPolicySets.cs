using System.Collections.Immutable;
using System.Data.Common;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>
/// The stored policy sets, opened for reading only by the command line: to list them, and to reproduce a past decision with the set that was in force. The gateway may be running, or the file may be
/// a copy. Not thread safe.
/// </summary>
public sealed class StoredPolicySets : IDisposable
{
    private const int ShortestPrefix = 8;

    private readonly Database _database;

    private StoredPolicySets(Database database, ImmutableArray<PolicySetActivation> activations)
    {
        _database = database;
        Activations = activations;
    }

    /// <summary>Every activation, oldest first.</summary>
    public ImmutableArray<PolicySetActivation> Activations { get; }

    /// <summary>Opens a database.</summary>
    /// <param name="place">The path of <c>convenant.db</c>, of its folder or of a copy, or a connection string of PostgreSQL.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    /// <exception cref="InvalidDataException">It is not a database of this gateway, or an activation is not what its record says.</exception>
    public static StoredPolicySets Open(string place)
    {
        var (database, name, _) = ReadingDatabase.Open(place);
        try
        {
            return new StoredPolicySets(database, PolicySetReader.List(database, null));
        }
        catch (DbException e)
        {
            database.Dispose();
            throw new InvalidDataException($"`{name}` holds no policy sets of this gateway", e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The activations that a digest means: of a set, or of a manifest as records carry it; whole or the first 8 characters or more. With an instant, the newest of them that was in force then, so
    /// that the policy digest and the time of a record find exactly one.
    /// </summary>
    /// <param name="digest">Lower-case hex.</param>
    /// <param name="covenant">Null for any.</param>
    /// <param name="at">The record's time; null for any.</param>
    /// <returns>One per distinct combination of set and signers, newest first; empty if nothing fits.</returns>
    public ImmutableArray<PolicySetActivation> Find(string digest, string? covenant, DateTimeOffset? at)
    {
        if (digest.Length < ShortestPrefix)
        {
            return [];
        }

        var fitting = Activations.Reverse()
            .Where(a => (covenant is null || a.Covenant == covenant) && (at is null || a.At <= at))
            .Where(a => a.Digests.Set.StartsWith(digest, StringComparison.Ordinal) || a.Digests.Manifest.StartsWith(digest, StringComparison.Ordinal));
        return at is not null ? [.. fitting.Take(1)] : [.. fitting.DistinctBy(static a => (a.Covenant, a.Digests.Set, string.Join(' ', a.Signers)))];
    }

    /// <summary>The set of an activation as it was in force, with the signers of then. For reproducing, never for serving.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were activated.</exception>
    public PolicyLoadResult Load(PolicySetActivation activation) =>
        PolicyReproduction.Load(Files(activation.Digests.Set), activation.Covenant, activation.Signers.ToHashSet());

    /// <summary>The files of a set.</summary>
    /// <exception cref="InvalidDataException">There is no such set, or the stored bytes are not those that were activated.</exception>
    public PolicyFiles Files(string set) => PolicySetReader.Find(_database, set) ?? throw new InvalidDataException($"the set {set} is not stored");

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
