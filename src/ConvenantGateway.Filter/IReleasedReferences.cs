namespace ConvenantGateway.Filter;

/// <summary>Says whether the target of a reference is released too. Pure; called while filtering.</summary>
public interface IReleasedReferences
{
    /// <summary>True if the target may be named.</summary>
    /// <param name="reference">The UTF-8 text of <c>Reference.reference</c>, unescaped: <c>Patient/0198…</c>, <c>#id</c> or an absolute URL.</param>
    bool IsReleased(ReadOnlySpan<byte> reference);

    /// <summary>True if the target is a betrokkene of the resource that is filtered: a performer who is the subject is no informant. Asked only where a line makes that exception.</summary>
    /// <param name="reference">As for <see cref="IsReleased"/>.</param>
    bool IsSubject(ReadOnlySpan<byte> reference) => false;
}
