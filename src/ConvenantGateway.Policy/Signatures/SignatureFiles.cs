using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ConvenantGateway.Policy;

/// <summary>Verifies the signatures of an overlay.</summary>
internal sealed class SignatureFiles(PolicyFiles files, PolicyLoadOptions options, PolicyErrorList errors, PolicyErrorList warnings)
{
    private const string OperatorPath = "operator.jws";

    /// <summary>True if this partner signed the manifest in force. A signature that does not count is a warning: an older one may lie there while a narrowing is activated.</summary>
    public bool HasSigned(Partner partner, string manifest)
    {
        if (options.AssumeSigned)
        {
            return true;
        }

        var found = Of(partner, manifest);
        if (found.State is not (SignatureState.Valid or SignatureState.Missing))
        {
            warnings.Add(PolicyErrorCodes.Signature, Place.Whole(PathOf(partner)), $"the signature of `{partner.Id}` does not count: {found.Reason}");
        }

        return found.State == SignatureState.Valid;
    }

    /// <summary>The partner's signature over a manifest: its certificate chains to an anchor, is valid now, not revoked, of the partner's subject and, where the partner has pins, of a pinned key.</summary>
    public PartySignature Of(Partner partner, string manifest) => files.Files.TryGetValue(PathOf(partner), out var bytes)
        ? Check(partner.Id, bytes, partner.CertificateSubject, partner.KeyPins, [("covenant", options.Covenant), ("manifest", manifest), ("partner", partner.Id.Value)])
        : new PartySignature(partner.Id, SignatureState.Missing, null);

    /// <summary>With anchors and pins, the operator's signature must be right: pins decide who is who.</summary>
    public void CheckOperator(IEnumerable<Officer> officers)
    {
        if (options.Anchors.Count == 0 || !files.Under("pins/").Any())
        {
            return;
        }

        if (!files.Files.TryGetValue(OperatorPath, out var bytes))
        {
            errors.Add(PolicyErrorCodes.OperatorSignature, Place.Whole(OperatorPath), "pins without the operator's signature do not count");
            return;
        }

        // The pins are what is being signed: a key that pins itself would prove nothing, so subject and anchor decide, and the subject comes from outside the folder.
        var digest = Manifest.OfOperator(files);
        var checks = officers.Where(o => o.Role == OfficerRole.Beheer && (options.OperatorSubject is null || o.CertificateSubject == options.OperatorSubject))
            .Select(o => Check(default, bytes, o.CertificateSubject, [], [("files", digest)])).ToList();
        if (!checks.Exists(c => c.State == SignatureState.Valid))
        {
            errors.Add(PolicyErrorCodes.OperatorSignature, Place.Whole(OperatorPath), $"the operator's signature does not count: {checks.FirstOrDefault()?.Reason ?? "there is no operator"}");
        }
    }

    private string PathOf(Partner partner) => $"covenant/{options.Covenant}/signatures/{partner.Id}.jws";

    private PartySignature Check(PartnerId partner, ReadOnlyMemory<byte> jws, string subject, IReadOnlyCollection<string> pins, (string Name, string Value)[] expected)
    {
        if (CompactJws.Verify(jws.Span) is not { } verified)
        {
            return new PartySignature(partner, SignatureState.Broken, null);
        }

        using var signer = verified.Signer;
        var state = SignerState(signer, subject, pins) is var worth && worth != SignatureState.Valid ? worth
            : Says(verified.Payload, expected) ? SignatureState.Valid
            : SignatureState.OtherText;
        return new PartySignature(partner, state, signer.NotAfter.ToUniversalTime());
    }

    private SignatureState SignerState(X509Certificate2 signer, string subject, IReadOnlyCollection<string> pins) => SignerChain.Of(signer, options) switch
    {
        SignatureState.Valid when !string.Equals(signer.SubjectName.Name, subject, StringComparison.Ordinal) => SignatureState.WrongSubject,
        SignatureState.Valid when pins.Count > 0 && !pins.Contains(Pin(signer), StringComparer.Ordinal) => SignatureState.NotPinned,
        var state => state,
    };

    private static string Pin(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    private static bool Says(byte[] payload, (string Name, string Value)[] expected)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().Count() == expected.Length
                && Array.TrueForAll(expected, e => json.RootElement.TryGetProperty(e.Name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(e.Value));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
