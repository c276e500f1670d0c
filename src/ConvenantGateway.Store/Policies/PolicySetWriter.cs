using System.Security.Cryptography;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Adds a policy set and its activation inside the log's transaction. Files and sets that are there already stay as they are; whether they still are what they were is seen on reading.</summary>
internal static class PolicySetWriter
{
    /// <summary>Writes.</summary>
    public static void Write(Database database, PolicySetWrite set)
    {
        var a = set.Activation;
        foreach (var (path, bytes) in set.Files.Files)
        {
            var digest = SHA256.HashData(bytes.Span);
            database.Prepare("INSERT INTO policy_file (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING").Bind(1, digest).Bind(2, bytes.Span).RunLater();
            database.Prepare("INSERT INTO policy_set_file (set_digest, path, file) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING").Bind(1, a.Digests.Set).Bind(2, path).Bind(3, digest).RunLater();
        }

        database.Prepare(
            """
            INSERT INTO policy_activation (tx, at, covenant, set_digest, manifest, operator, kind, caller, reason, signers, narrows, previous, checks, difference)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """)
            .Bind(1, a.Transaction.ToByteArray(bigEndian: true)).Bind(2, a.At.UtcTicks).Bind(3, a.Covenant).Bind(4, a.Digests.Set).Bind(5, a.Digests.Manifest).Bind(6, a.Digests.Operator)
            .Bind(7, (long)a.Kind).Bind(8, a.By).Bind(9, a.Reason).Bind(10, string.Join(' ', a.Signers)).Bind(11, string.Join(' ', a.Narrows)).Bind(12, a.Previous).Bind(13, a.Checks)
            .Bind(14, string.Join('\n', a.Difference)).RunLater();
    }
}
