using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>Stored bytes lost their forbidden references when they were stored; what remains may be named to whoever may see the resource.</summary>
/// <param name="stored">The resource; its persons are its subjects.</param>
internal sealed class ReferencesOf(StoredResource stored) : IReleasedReferences
{
    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference) => true;

    /// <inheritdoc/>
    public bool IsSubject(ReadOnlySpan<byte> reference)
    {
        foreach (var person in stored.Persons)
        {
            if (PatientReference.Names(reference, person.PatientId))
            {
                return true;
            }
        }

        return false;
    }
}
