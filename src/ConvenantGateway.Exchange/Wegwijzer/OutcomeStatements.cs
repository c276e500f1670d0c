using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Makes and verifies signed outcomes of the Wegwijzer: compact JWS (RFC 7515), ES256, under a key of their own that lives as long as the process. The header is one constant and is
/// compared as a whole: no other algorithm, type or key is ever looked at, so that an access token is no outcome, and an outcome, of another key and type, no access token. Thread safe.
/// </summary>
public sealed class OutcomeStatements : IDisposable
{
    /// <summary>The header's <c>typ</c>.</summary>
    public const string Type = "wegwijzer-outcome+jwt";

    /// <summary>How long an outcome counts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int MaxLength = 8 * 1024;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Lock _signing = new();
    private readonly string _header;
    private readonly string _issuer;

    /// <summary>Makes a key.</summary>
    /// <param name="options">The public base is the issuer.</param>
    public OutcomeStatements(TokenGrantOptions options)
    {
        _issuer = options.PublicBase;
        var kid = Base64Url.EncodeToString(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));
        _header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"{{Type}}","kid":"{{kid}}"}"""));
    }

    /// <summary>Signs the outcome of a run that has ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="questions">The version of the questions.</param>
    /// <param name="binding">To whom and what it is bound.</param>
    /// <param name="id">Unique.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="ArgumentException">The run has no outcome, or nobody is named.</exception>
    public (string Text, OutcomeStatement Statement) Issue(WegwijzerRun run, string questions, OutcomeBinding binding, Guid id, DateTimeOffset now)
    {
        if (run.Outcome is not { } outcome || binding.Persons.IsEmpty)
        {
            throw new ArgumentException("only an outcome about somebody is signed", nameof(run));
        }

        var statement = new OutcomeStatement
        {
            Issuer = _issuer,
            Id = id,
            IssuedAt = now.ToUnixTimeSeconds(),
            Expires = now.ToUnixTimeSeconds() + (long)Lifetime.TotalSeconds,
            Partner = binding.Partner.Value,
            Actor = binding.Actor,
            Recipient = binding.Recipient.Value,
            Purpose = binding.Purpose.Code,
            Persons = [.. binding.Persons.Select(static p => p.Hex).Distinct()],
            Group = run.Plan.Group,
            Questions = questions,
            Outcome = outcome.Code,
            Grounds = [.. run.Grounds.Select(static g => g.Code)],
            Proves = [.. EvidenceWords.Words(run.Proves)],
        };
        return (Sign(JsonSerializer.SerializeToUtf8Bytes(statement, OutcomeJsonContext.Default.OutcomeStatement)), statement);
    }

    /// <summary>Reads an outcome that this gateway signed; null for anything else. Expiry is the caller's to judge.</summary>
    public OutcomeStatement? Read(string text)
    {
        if (text.Length > MaxLength || text.Split('.') is not [var header, var payload, var signature]
            || !string.Equals(header, _header, StringComparison.Ordinal) || !Base64Url.IsValid(payload) || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var signed = Encoding.ASCII.GetBytes($"{header}.{payload}");
        var bytes = Base64Url.DecodeFromChars(signature);
        lock (_signing)
        {
            if (!_key.VerifyData(signed, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            {
                return null;
            }
        }

        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), OutcomeJsonContext.Default.OutcomeStatement) is { } statement && statement.Issuer == _issuer ? statement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private string Sign(byte[] payload)
    {
        var signed = $"{_header}.{Base64Url.EncodeToString(payload)}";
        lock (_signing)
        {
            return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
        }
    }
}
