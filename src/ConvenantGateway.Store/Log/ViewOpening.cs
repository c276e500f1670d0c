using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Opens views, and tells values that were erased from values that were changed: after an erasure the same person may have a new key.</summary>
internal static class ViewOpening
{
    /// <summary>Opens.</summary>
    /// <returns>The view, or why it is erased; neither if its key is missing and no tombstone says why.</returns>
    /// <exception cref="InvalidDataException">The bytes were changed.</exception>
    public static (OpenedView? View, ErasureMark? Erased) Open(Database database, ViewSealer sealer, long index, string viewer, ReadOnlyMemory<byte> envelope)
    {
        try
        {
            if (sealer.Open(viewer, envelope) is { } opened)
            {
                return (opened, null);
            }
        }
        catch (InvalidDataException) when (ErasureTable.Find(database, index, viewer, envelope) is not null)
        {
            // Sealed under the key that the tombstone names; today's key is another.
        }

        return (null, ErasureTable.Find(database, index, viewer, envelope));
    }
}
