using System.Globalization;
using System.Text.Json.Serialization;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Something of the log that was given out by a command and must become a record first. Immutable.</summary>
/// <param name="Transaction">Made with what is given out: the record is written once, however often it is asked for.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="Viewer">Whose records: a partner or officer id.</param>
/// <param name="By">Who ran the command, as the system names him; at most 200 characters.</param>
/// <param name="Digest">SHA-256 of the bytes that are given out, lower-case hex.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = KindField)]
[JsonDerivedType(typeof(SpooledExport), "export")]
[JsonDerivedType(typeof(SpooledProjection), "projection")]
[JsonDerivedType(typeof(SpooledReport), "report")]
public abstract record SpooledUse(Guid Transaction, DateTimeOffset Made, string Viewer, string By, string Digest)
{
    /// <summary>The field of a request that says which use it is.</summary>
    internal const string KindField = "kind";

    /// <summary>True if every field is of the form that it should be: what comes from a file is not taken on trust.</summary>
    internal virtual bool IsSound =>
        Transaction != Guid.Empty && Viewer is { } viewer && PartnerId.TryParse(viewer, out _) && By is { Length: <= 200 } && IsDigest(Digest);

    /// <summary>The record: the owner of the records sees who took something out.</summary>
    /// <param name="now">When it is recorded.</param>
    /// <param name="others">Viewers besides the owner, the operators; a use that is the organisation's own affair leaves them out.</param>
    public abstract ExchangeRecord ToRecord(DateTimeOffset now, params IEnumerable<string> others);

    /// <summary>True for SHA-256 in lower-case hex.</summary>
    private protected static bool IsDigest(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>An instant as it stands in the records of uses: to the second, UTC.</summary>
    private protected static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What the records of all uses have.</summary>
    private protected ExchangeRecord Record(RecordType type, DateTimeOffset now, string outcome) => new()
    {
        Type = type,
        Transaction = Transaction,
        Time = now,
        Caller = RecordSpool.Caller,
        By = "command-line",
        Outcome = outcome,
        BodyDigest = Digest,
    };
}
