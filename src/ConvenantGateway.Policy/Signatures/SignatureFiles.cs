using System.Text.Json;

namespace ConvenantGateway.Policy;

/// <summary>Verifies the signatures of an overlay.</summary>
internal sealed class SignatureFiles(PolicyFiles files, PolicyLoadOptions options, PolicyErrorList errors, PolicyErrorList warnings)
{
    private const string OperatorPath = "operator.jws";

    /// <summary>True if this partner signed the manifest in force. A signature that does not count is a warning: an older one may lie there while a narrowing is activated.</summary>
    public bool HasSigned(Partner partner, string manifest)
    {
        var path = $"covenant/{options.Covenant}/signatures/{partner.Id}.jws";
        if (options.AssumeSigned || !files.Files.TryGetValue(path, out var bytes))
        {
            return options.AssumeSigned;
        }

        var reason = Check(bytes, partner.CertificateSubject, [("covenant", options.Covenant), ("manifest", manifest), ("partner", partner.Id.Value)]);
        if (reason is not null)
        {
            warnings.Add(PolicyErrorCodes.Signature, Place.Whole(path), $"the signature of `{partner.Id}` does not count: {reason}");
        }

        return reason is null;
    }

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

        var digest = Manifest.OfOperator(files);
        var reasons = officers.Where(o => o.Role == OfficerRole.Beheer && (options.OperatorSubject is null || o.CertificateSubject == options.OperatorSubject))
            .Select(o => Check(bytes, o.CertificateSubject, [("files", digest)])).ToList();
        if (!reasons.Contains(null))
        {
            errors.Add(PolicyErrorCodes.OperatorSignature, Place.Whole(OperatorPath), $"the operator's signature does not count: {reasons.FirstOrDefault() ?? "there is no operator"}");
        }
    }

    /// <summary>Null if all is right, else the reason.</summary>
    private string? Check(ReadOnlyMemory<byte> jws, string subject, (string Name, string Value)[] expected)
    {
        if (CompactJws.Verify(jws.Span, options.Anchors, options.Now, out var reason) is not { } verified)
        {
            return reason;
        }

        using var signer = verified.Signer;
        if (!string.Equals(signer.SubjectName.Name, subject, StringComparison.Ordinal))
        {
            return "its certificate is of another subject";
        }

        return Says(verified.Payload, expected) ? null : "it is over something else";
    }

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
