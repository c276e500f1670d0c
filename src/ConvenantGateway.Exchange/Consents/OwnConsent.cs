namespace ConvenantGateway.Exchange;

/// <summary>Finds a Consent that the caller itself is the source of, for the operations on it.</summary>
internal static class OwnConsent
{
    /// <summary>The Consent with its terms, or the refusal. Only the caller's own register is looked at: nothing here tells of another's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The id of the path.</param>
    /// <param name="interaction"><c>c</c> to change it, <c>r</c> to read.</param>
    /// <param name="resources">The registers.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async ValueTask<(StoredResource? Stored, StoredConsent? Consent, ExchangeRefusal? Refusal)> FindAsync(
        ExchangeCall call, string id, char interaction, IResourceStore resources, CancellationToken cancellation)
    {
        if (!call.IsOwn)
        {
            return (null, null, ExchangeRefusal.Of(ExchangeErrorKind.ReadOnlyCopy));
        }

        if (!Scopes.Covers(call.Grant!.Scopes, "Consent", interaction))
        {
            return (null, null, ExchangeRefusal.Of(ExchangeErrorKind.ScopeTooNarrow));
        }

        var stored = await resources.ReadAsync(call.Caller, "Consent", id, cancellation);
        return stored is null ? (null, null, ExchangeRefusal.Of(ExchangeErrorKind.Absent))
            : stored.Source != call.Caller ? (null, null, ExchangeRefusal.Of(ExchangeErrorKind.ReadOnlyCopy))
            : StoredConsent.Read(stored.Json) is { } consent ? (stored, consent, null)
            : (null, null, ExchangeRefusal.Of(ExchangeErrorKind.Absent));
    }
}
