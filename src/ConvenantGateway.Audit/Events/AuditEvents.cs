using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>The catalogue of record types: <c>docs/audit-events.md</c> is made of it, and a test holds that every type has a row. Pure; thread safe.</summary>
public static class AuditEvents
{
    /// <summary>All types, in the order of their numbers.</summary>
    public static ImmutableArray<AuditEvent> All { get; } =
    [
        new(RecordType.Exchange, "every push, read, search, status question, metadata and own-register call after authentication, refusals too",
            "the partner", "the other partner", "asker: what it asked and received. Holder: result, withheld categories and reasons, if the exchange reached its register; nothing for a refused or `L0` question", "NEN 7513; Bpg 6:4"),
        new(RecordType.Token, "every token request, granted or refused: the dossier",
            "the partner", "the partner in `locations`", "asker: actor, about, evidence, weighing. These stand here once and never in the token", "NEN 7513; Wbp 8"),
        new(RecordType.HandshakeRefusals, "refused before authentication, counted exactly per address prefix, reason and minute, with bounds; and requests that the server could not parse (`unparsable`)",
            "", "", "operator: address prefix, reason", "NEN 7513"),
        new(RecordType.Look, "an officer or case worker looked at something on the console",
            "the officer", "own organisation", "that officer only: no other officer sees his searches", "NEN 7513; Wbp 63(4)"),
        new(RecordType.Hold, "a message was held: shelter address or investigation data in a police push",
            "the sender", "the receiver", "sender: paths and reason. Its privacy officer is alerted; the receiver knows nothing", "Wpg 32(1)g"),
        new(RecordType.Activation, "a policy set was put in force (`activated`, `restored` at a start), nothing changed (`unchanged`), or it was refused (`refused`); the body digest is that of the stored set, the policy digest that of its manifest",
            "`gateway`", "", "operator and each organisation with a privacy officer: `set`, `previous-set`, `by`, `reason`, `signers`, `narrows` (the sets whose signatures it carries), `difference`; `identities` (pins, certificates, roles, witness keys that changed); for a refusal `errors`", "NEN 7513"),
        new(RecordType.Start, "the node started",
            "`gateway`", "", "operator: SHA-256 of the server certificate and of the anchors", "NEN 7513"),
        new(RecordType.Stop, "the node stopped in order; a start without a stop before it was a crash",
            "`gateway`", "", "operator", "NEN 7513"),
        new(RecordType.Weekcontrole, "an officer signed off a weekly review",
            "the officer", "own organisation", "own organisation's officers: period, counts per list, lines left open, findings, owner, deadline, on whose behalf", "Wbp 63, 64"),
        new(RecordType.Inquiry, "the supervisor opened an inquiry (number, scope, end), or ended one early",
            "the supervisor", "the organisation, where it may know", "supervisor; the one organisation where it may know: number, who, until when", "Wbp 63, 64"),
        new(RecordType.Export, "an export was made",
            "the officer or operator", "", "own organisation, and the operator while a node runs: `scope` with `period` and `rows` (projections), or `size` and `records` (`audit export`); on the command line `viewer`, `by`, `made`; digest of the file", "NEN 7513"),
        new(RecordType.KeyChange, "a key or certificate was made, pinned or changed",
            "`gateway` or the operator", "the partner concerned", "operator: `log-key` (made, rotated), `server-certificate` and `anchors` (reloaded) with what they were, never private keys. Changed pins and officers stand in `activation` as `identities`", "NEN 7513"),
        new(RecordType.DryRun, "a partner asked beforehand what may be sent (AuthZEN `evaluation`, `evaluations`): nothing flowed, no register was looked at. Reports of exchanges leave it out",
            "the partner", "", "asker: per evaluation what it stated in codes, and the decision", ""),
        new(RecordType.Acknowledgement, "a caller counter-signed a receipt: it holds the answer with this very digest",
            "the partner", "", "the partner: `acknowledged-transaction`, index, leaf, digest, the signed `statement`", ""),
        new(RecordType.Cosignature, "a witness (a partner or the supervisor) co-signed a checkpoint",
            "the witness", "", "the witness: `size`, `key`, `signed`, `line`", ""),
        new(RecordType.Erasure, "values were erased by destroying their key: the tombstone. Leaves and proofs stay",
            "the officer or operator", "", "each viewer concerned: `rule`, `decided`, `classes`, `records` (the indexes whose values it made unreadable), `person-reports` (how many stored requests for inzage it made unreadable, if any), `persons` as blind values. The body digest is that of the destroyed keys' lines; `replayed` after a restore", "Wbp 10; Wbp 36"),
        new(RecordType.LegalHold, "a hold was laid on a person's records, or lifted",
            "the officer", "own organisation", "own organisation: `reason`, `until`, `by`, `persons` as blind values; for lifting `holds`", "Wbp 10"),
        new(RecordType.Epoch, "a log restored from a backup began a new epoch",
            "`gateway`", "", "operator: `old-log`, `size` and `root` of the backup, `lost-log-size` where it is known, `tombstones`. The body digest is that of the handover note that both keys signed", ""),
        new(RecordType.ClockStep, "the clock was set forward or back, or stood before the newest record at a start",
            "`gateway`", "", "operator: `step-milliseconds`; outcomes `set-back`, `set-forward`, `behind`", "NEN 7513"),
        new(RecordType.MogelijkOnrechtmatig, "an officer or the gateway suspects that a processing was unlawful",
            "the officer or `gateway`", "own organisation", "own organisation: transaction, log line, article, reason; searchable by the persons of the exchange", "Wpg 32(1)g; Wbp 34a(8)"),
        new(RecordType.PersonReport, "a report for a betrokkene (inzage) was asked for, sent on, prepared, released by a second officer, or refused; or a draft was read on the command line",
            "the officer, or `operator` for the command line", "own organisation", "own organisation: `act` (`draft` for the command line, with `by`, `made`, digest of what was written), `request`, `due`, who asked in what capacity, how identity was checked, `vertegenwoordiger-is-vermoedelijke-pleger`, the officers, `article`, `motivation`, digests of both versions. No name and no row of the report", "Wbp 35; Wpg 25"),
        new(RecordType.RelayIntent, "a message is about to go to a partner's own server; on disk before it goes",
            "the partner", "the receiver", "as `exchange`", "Bpg 6:4"),
        new(RecordType.RelayOutcome, "what became of it. After a crash `unknown`, which counts as disclosed",
            "the partner", "the receiver", "as `exchange`", "Bpg 6:4"),
        new(RecordType.Backup, "a backup of log, registers and keys was made",
            "the operator", "", "operator: `size`, `manifest` (its digest, the body digest too), `by`", "NEN 7513"),
        new(RecordType.WeekItem, "an officer assigned a line of the Weekcontrole, or finished it",
            "the officer", "own organisation", "own organisation: list, line, period, act, owner, deadline, outcome, note", "Wbp 63, 64"),
    ];

    /// <summary>The table of the documentation: Markdown, one row per type, with a final newline.</summary>
    public static string Markdown()
    {
        var rows = All.Select(static e => $"| `{e.Name}` | {e.When} | {Cell(e.Caller)} | {Cell(e.Counterparty)} | {e.Views} | {e.Source} |\n");
        return $"| type | when | caller | counterparty | views | asked for by |\n|---|---|---|---|---|---|\n{string.Concat(rows)}";

        static string Cell(string text) => text.Length == 0 ? "empty" : text;
    }
}
