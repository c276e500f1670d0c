using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// A draft of a person report, or the letter that refuses one (<c>audit report</c>). Immutable. Persons stand in it by handle, as a request of another process must say who it is about; the record seals them.
/// </summary>
/// <param name="Transaction">Made with the draft.</param>
/// <param name="Made">When, UTC.</param>
/// <param name="Viewer">Whose answer: a partner id.</param>
/// <param name="By">Who ran the command; at most 200 characters.</param>
/// <param name="Persons">The handles of the betrokkene and of the representative, if another: one or two, lower-case hex, 64 characters.</param>
/// <param name="IsRefused">True if the letter refuses.</param>
/// <param name="Said">Who asked in what capacity and how that was checked, in codes: at most 20 fields of at most 1,000 characters.</param>
/// <param name="DocumentDigest">SHA-256 of the person's version, lower-case hex.</param>
/// <param name="JudgementDigest">SHA-256 of the officers' version, lower-case hex.</param>
/// <param name="Digest">SHA-256 of what was written, lower-case hex.</param>
public sealed record SpooledReport(
    Guid Transaction, DateTimeOffset Made, string Viewer, string By, ImmutableArray<string> Persons, bool IsRefused, ImmutableArray<RecordValue> Said, string DocumentDigest, string JudgementDigest, string Digest)
    : SpooledUse(Transaction, Made, Viewer, By, Digest)
{
    private const int MostSaid = 20;
    private const int MostText = 1000;

    /// <inheritdoc/>
    internal override bool IsSound =>
        base.IsSound && Persons is { IsDefault: false, Length: 1 or 2 } && Persons.All(IsDigest) && IsDigest(DocumentDigest) && IsDigest(JudgementDigest)
        && Said is { IsDefault: false, Length: <= MostSaid } && Said.All(static s => s is { Field.Length: > 0 and <= MostText, Value.Length: <= MostText });

    /// <summary>The record, for the organisation alone, as the console's: the operators have no part in who asks for inzage.</summary>
    /// <param name="now">When it is recorded.</param>
    /// <param name="others">Left out.</param>
    public override ExchangeRecord ToRecord(DateTimeOffset now, params IEnumerable<string> others)
    {
        ImmutableArray<RecordValue> values =
        [
            new("act", "draft"),
            new("request", Transaction.ToString("D")),
            new("made", Text(Made)),
            new("by", By),
            .. Said,
            new("document-digest", DocumentDigest),
            new("judgement-digest", JudgementDigest),
            new("digest", Digest),
        ];
        return Record(RecordType.PersonReport, now, IsRefused ? "refused" : "released") with
        {
            Counterparty = Viewer,
            Views = [new RecordView(Viewer, values, [.. Persons.Select(static p => (ReadOnlyMemory<byte>)Convert.FromHexString(p))])],
        };
    }
}
