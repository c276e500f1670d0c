using System.Collections.Immutable;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Reads policy sets back and believes nothing: files by their digest, sets by the digest over their files, activations by the leaf of their record.</summary>
internal static class PolicySetReader
{
    private const string Columns =
        "a.seq, a.tx, a.at, a.covenant, a.set_digest, a.manifest, a.operator, a.kind, a.caller, a.reason, a.signers, a.narrows, a.previous, a.checks, a.difference, l.bytes";

    /// <summary>The activations, oldest first.</summary>
    /// <exception cref="InvalidDataException">A row is not what its record says.</exception>
    public static ImmutableArray<PolicySetActivation> List(Database database, string? covenant)
    {
        var rows = database.Prepare($"SELECT {Columns} FROM policy_activation a LEFT JOIN leaf l ON l.tx = a.tx AND l.type = ?2 WHERE ?1 IS NULL OR a.covenant = ?1 ORDER BY a.seq")
            .Bind(1, covenant).Bind(2, (long)RecordType.Activation);
        var found = ImmutableArray.CreateBuilder<PolicySetActivation>();
        try
        {
            while (rows.Step())
            {
                found.Add(Checked(Row(rows), rows.IsNull(15) ? null : rows.Bytes(15)));
            }
        }
        finally
        {
            rows.Reset();
        }

        return found.ToImmutable();
    }

    /// <summary>The files of a set; null if there is none.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not those that were activated.</exception>
    public static PolicyFiles? Find(Database database, string set)
    {
        var rows = database.Prepare("SELECT s.path, f.digest, f.bytes FROM policy_set_file s JOIN policy_file f ON f.digest = s.file WHERE s.set_digest = ?1").Bind(1, set);
        var files = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        try
        {
            while (rows.Step())
            {
                var bytes = rows.Bytes(2);
                if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(rows.Span(1)))
                {
                    throw new InvalidDataException($"the file `{rows.Text(0)}` of the stored set {set} was altered");
                }

                files[rows.Text(0)] = bytes;
            }
        }
        finally
        {
            rows.Reset();
        }

        if (files.Count == 0)
        {
            return null;
        }

        var found = new PolicyFiles(files.ToImmutable());
        return PolicyDigests.Of(found, "").Set == set ? found : throw new InvalidDataException($"files of the stored set {set} are missing or were exchanged");
    }

    private static PolicySetActivation Row(Statement rows) => new()
    {
        Sequence = rows.Long(0),
        Transaction = new Guid(rows.Span(1), bigEndian: true),
        At = new DateTimeOffset(rows.Long(2), TimeSpan.Zero),
        Covenant = rows.Text(3),
        Digests = new PolicyDigests(rows.Text(4), rows.Text(5), rows.Text(6)),
        Kind = (ActivationKind)rows.Int(7),
        By = rows.Text(8),
        Reason = rows.Text(9),
        Signers = [.. Words(rows.Text(10)).Select(PartnerId.Parse)],
        Narrows = [.. Words(rows.Text(11))],
        Previous = rows.Text(12),
        Checks = rows.Text(13),
        Difference = [.. rows.Text(14).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
    };

    private static PolicySetActivation Checked(PolicySetActivation row, byte[]? leaf)
    {
        if (leaf is null || LeafReader.Parse(leaf).Record is not { Type: RecordType.Activation } record
            || record.BodyDigest != row.Digests.Set || record.PolicyDigest != row.Digests.Manifest || record.Covenant != row.Covenant)
        {
            throw new InvalidDataException($"activation {row.Sequence} is not what its record in the log says");
        }

        return row;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
