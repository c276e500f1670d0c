using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy signatures</c>: what the signature of each party is worth now. Exit code 0 only if all parties in term signed.</summary>
internal static class SignaturesCommand
{
    private const string DefaultAnchors = "certs-dev/ca.crt";

    public static Command Create()
    {
        var roots = SigningRoots.Create();
        var anchors = new Option<FileInfo>("--anchors") { Description = $"PEM of the anchors; default `{DefaultAnchors}`", DefaultValueFactory = static _ => new FileInfo(DefaultAnchors) };
        var command = roots.AddTo(new Command("signatures", "list per party whether its signature under the covenant counts; revocation lists are the running node's to ask") { anchors });
        command.SetAction(result => CommandGuard.Run(result, roots.Json, writer =>
        {
            var files = roots.Read(result);
            var covenant = result.GetRequiredValue(roots.Covenant);
            var set = PolicySet.Load(files, covenant);
            if (set.Snapshot is not { } snapshot)
            {
                return writer.Errors(set.Errors);
            }

            var now = TimeProvider.System.GetUtcNow();
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(result.GetRequiredValue(anchors).FullName);
            var options = new PolicyLoadOptions { Covenant = covenant, Anchors = [.. trusted], Now = now, AllowReenactment = true };
            return Write(CovenantSignatures.Of(files, snapshot, options), snapshot, now, writer);
        }));
        return command;
    }

    private static int Write(IReadOnlyList<PartySignature> signatures, PolicySnapshot snapshot, DateTimeOffset now, PolicyWriter writer)
    {
        var date = snapshot.LawDateAt(now);
        var lines = signatures.Select(s => (Signature: s, InTerm: IsInTerm(snapshot.Partners[s.Partner], date))).ToList();
        var missing = lines.Count(static l => l.InTerm && l.Signature.State != SignatureState.Valid);
        writer.Write(
            new
            {
                covenant = snapshot.Covenant.Id,
                manifest = snapshot.ManifestDigest,
                missing,
                parties = lines.Select(static l => new
                {
                    partner = l.Signature.Partner.Value, state = Word(l.Signature.State), inTerm = l.InTerm, validUntil = l.Signature.ValidUntil, reason = l.Signature.Reason,
                }),
            },
            [
                $"{snapshot.Covenant.Id}, manifest {snapshot.ManifestDigest}",
                .. lines.Select(static l => string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {l.Signature.Partner,-24} {Word(l.Signature.State),-14} {(l.InTerm ? "" : "not in term ")}{(l.Signature.State == SignatureState.Valid ? $"until {l.Signature.ValidUntil:yyyy-MM-dd}" : l.Signature.Reason)}")),
                missing == 0 ? "all parties in term have signed" : $"{missing} parties in term have not signed: nothing flows to or from them",
            ]);
        return missing == 0 ? ExitCode.Yes : ExitCode.No;
    }

    private static bool IsInTerm(Partner partner, DateOnly date) => !partner.IsSuspended && date >= partner.From && (partner.Until is not { } until || date <= until);

    private static string Word(SignatureState state) => state switch
    {
        SignatureState.Valid => "signed",
        SignatureState.Missing => "missing",
        SignatureState.OtherText => "stale",
        SignatureState.WrongSubject => "wrong-subject",
        SignatureState.NotPinned => "not-pinned",
        SignatureState.Expired => "expired",
        SignatureState.NotTrusted => "not-trusted",
        SignatureState.Revoked => "revoked",
        SignatureState.Broken => "broken",
        _ => throw new InvalidOperationException($"unknown state {state}"),
    };
}
