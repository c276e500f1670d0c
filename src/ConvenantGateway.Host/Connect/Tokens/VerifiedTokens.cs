using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// Tokens whose signature and binding were verified, per token and certificate, until they expire: one ECDSA verification per token and not per request. Bounded. Thread safe.
/// </summary>
internal sealed class VerifiedTokens
{
    private const int MaxTokens = 10_000;

    private readonly ConcurrentDictionary<string, VerifiedToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>The key: nobody who reads this memory gets a token from it.</summary>
    public static string KeyOf(string token, string thumbprint) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(thumbprint + "." + token)));

    /// <summary>A verified token that has not expired.</summary>
    public VerifiedToken? Find(string key, DateTimeOffset now)
    {
        if (!_tokens.TryGetValue(key, out var token))
        {
            return null;
        }

        if (token.Expires > now)
        {
            return token;
        }

        _tokens.TryRemove(key, out _);
        return null;
    }

    /// <summary>Keeps a token; when full, the expired go first, and if none are, all: they are verified again.</summary>
    public void Keep(string key, VerifiedToken token, DateTimeOffset now)
    {
        if (_tokens.Count >= MaxTokens)
        {
            foreach (var expired in _tokens.Where(t => t.Value.Expires <= now))
            {
                _tokens.TryRemove(expired.Key, out _);
            }

            if (_tokens.Count >= MaxTokens)
            {
                _tokens.Clear();
            }
        }

        _tokens[key] = token;
    }
}
