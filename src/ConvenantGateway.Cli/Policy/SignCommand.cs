using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy sign</c>: a partner signs the covenant's manifest, or the operator signs partners, officers and pins. Signs nothing that has an error, and nothing that would not count.</summary>
internal static class SignCommand
{
    public static Command Create()
    {
        var roots = SigningRoots.Create();
        var partner = new Option<string?>("--partner") { Description = "the partner that signs the covenant" };
        var isOperator = new Option<bool>("--operator") { Description = "sign partners, officers and pins as the operator" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "the root to write to; default the overlay, or the policy root if there is none" };
        var key = new SignerKey();
        var command = roots.AddTo(new Command("sign", "sign the covenant as a partner, or partners, officers and pins as the operator") { partner, isOperator, output });
        key.AddTo(command);
        command.SetAction(result => CommandGuard.Run(result, roots.Json, writer =>
        {
            var files = roots.Read(result);
            var covenant = result.GetRequiredValue(roots.Covenant);
            var set = PolicySet.Load(files, covenant);
            if (set.Snapshot is not { } snapshot)
            {
                return writer.Errors(set.Errors);
            }

            using var certificate = key.Read(result);
            var root = result.GetValue(output)?.FullName ?? roots.OverlayOf(result) ?? result.GetRequiredValue(roots.Policies).FullName;
            return (result.GetValue(partner), result.GetValue(isOperator)) switch
            {
                ({ } id, false) => Partner(id, files, snapshot, certificate, root, writer),
                (null, true) => Operator(files, snapshot, certificate, root, writer),
                _ => throw new FormatException("give either `--partner` or `--operator`"),
            };
        }));
        return command;
    }

    private static int Partner(string id, PolicyFiles files, PolicySnapshot snapshot, X509Certificate2 certificate, string root, PolicyWriter writer)
    {
        if (!PartnerId.TryParse(id, out var partner) || !snapshot.Partners.TryGetValue(partner, out var known) || !snapshot.Covenant.Parties.Contains(partner))
        {
            return writer.No($"`{id}` is no party of the covenant `{snapshot.Covenant.Id}`");
        }

        if (Unfit(certificate, known.CertificateSubject, $"the subject of `{id}`") is { } reason)
        {
            return writer.No(reason);
        }

        var pin = Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        if (!known.KeyPins.IsEmpty && !known.KeyPins.Contains(pin, StringComparer.Ordinal))
        {
            return writer.No($"the key is not pinned for `{id}`: the signature would not count");
        }

        var manifest = PolicyLoader.ManifestDigest(files, snapshot.Covenant.Id);
        return Write(root, $"covenant/{snapshot.Covenant.Id}/signatures/{id}.jws", PolicySigner.SignCovenant(files, snapshot.Covenant.Id, partner, certificate), "manifest", manifest, writer);
    }

    private static int Operator(PolicyFiles files, PolicySnapshot snapshot, X509Certificate2 certificate, string root, PolicyWriter writer)
    {
        var officer = snapshot.Officers.Values.FirstOrDefault(o => o.Role == OfficerRole.Beheer && o.CertificateSubject == certificate.SubjectName.Name);
        if (Unfit(certificate, officer?.CertificateSubject, "the subject of an officer of role `beheer`") is { } reason)
        {
            return writer.No(reason);
        }

        return Write(root, "operator.jws", PolicySigner.SignOperator(files, certificate), "files", PolicyDigests.Of(files, snapshot.Covenant.Id).Operator, writer);
    }

    private static string? Unfit(X509Certificate2 certificate, string? subject, string whose)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return !string.Equals(certificate.SubjectName.Name, subject, StringComparison.Ordinal) ? $"the certificate's subject is not {whose}"
            : certificate.NotBefore.ToUniversalTime() > now || certificate.NotAfter.ToUniversalTime() < now ? "the certificate is not valid now: the signature would not count"
            : null;
    }

    private static int Write(string root, string path, string jws, string what, string digest, PolicyWriter writer)
    {
        var target = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var draft = target + ".new";
        File.WriteAllText(draft, jws);
        File.Move(draft, target, overwrite: true);
        writer.Write(new { path = target, what, digest }, [$"signed {what} {digest}", $"written to {target}"]);
        return ExitCode.Yes;
    }
}
