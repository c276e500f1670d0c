using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>
/// What the log is asked to record: becomes exactly one leaf. Fields here stand in the leaf in clear: only codes, slugs and digests. Everything else goes into
/// <see cref="Views"/>: committed to in the leaf, encrypted beside it (design.md section 7). Immutable.
/// </summary>
public sealed record ExchangeRecord
{
    /// <summary>What it is about.</summary>
    public required RecordType Type { get; init; }

    /// <summary>The transaction (UUIDv7). A refused reuse of a transaction id gets a fresh one.</summary>
    public required Guid Transaction { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who called: a partner or officer slug; <c>gateway</c> for the node itself; empty before authentication.</summary>
    public required string Caller { get; init; }

    /// <summary>The counterparty's slug, or empty.</summary>
    public string Counterparty { get; init; } = "";

    /// <summary>Purpose code or empty.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The asker's ground code or empty. The holder's ground belongs in its view.</summary>
    public string Ground { get; init; } = "";

    /// <summary><c>push</c>, <c>read</c>, <c>search</c>, <c>status</c>, <c>token</c> … or empty.</summary>
    public string By { get; init; } = "";

    /// <summary><c>released</c>, <c>refused</c>, <c>absent</c>, <c>held</c>, <c>stored</c>, <c>failed</c>: as the caller saw it. What only a register tells is never here.</summary>
    public required string Outcome { get; init; }

    /// <summary>The permanent error code, or empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>The HTTP status sent; 0 where there is none.</summary>
    public int Status { get; init; }

    /// <summary>The ids of the rules that the caller may know of (its own question, its own push).</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>The legal profile, e.g. <c>NL-2009</c>; empty for records without a decision.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The law date, ISO; empty for records without a decision.</summary>
    public string LawDate { get; init; } = "";

    /// <summary>The covenant's id.</summary>
    public string Covenant { get; init; } = "";

    /// <summary>The manifest digest of the policy set that decided, lower-case hex.</summary>
    public string PolicyDigest { get; init; } = "";

    /// <summary>SHA-256 of the body that will be sent, lower-case hex; of the empty body where there is none.</summary>
    public required string BodyDigest { get; init; }

    /// <summary>The W3C <c>traceparent</c>, or empty.</summary>
    public string Trace { get; init; } = "";

    /// <summary>Emergency use.</summary>
    public bool Emergency { get; init; }

    /// <summary>How many events it counts; 1 except for <see cref="RecordType.HandshakeRefusals"/>.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What each side may see. A side without a view does not know the record exists.</summary>
    public ImmutableArray<RecordView> Views { get; init; } = [];
}
