using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>What a stored resource may name. In one's own register everything: what came from others lost its forbidden references when it was stored. To another partner only the persons it is about, for whom it was
/// decided: what else stands in the register is not his to know of.</summary>
/// <param name="stored">The resource; its persons are its subjects.</param>
/// <param name="isOwn">True for the register's own organisation.</param>
internal sealed class ReferencesOf(StoredResource stored, bool isOwn) : IReleasedReferences
{
    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference) => isOwn || IsSubject(reference);

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
