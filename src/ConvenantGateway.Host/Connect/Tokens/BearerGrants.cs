using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// Reads bearer tokens: signature, issuer, type, expiry; that it is bound to this very certificate (a token without <c>cnf</c> is refused, RFC 8705 section 3) and is this partner's.
/// The audience is the one location in it. Thread safe.
/// </summary>
internal sealed class BearerGrants(TokenSigningKey key, GatewayAddresses addresses, VerifiedTokens verified, TimeProvider time) : IGrantReader
{
    private const int MaxTokenLength = 12 * 1024;

    private readonly JsonWebTokenHandler _tokens = new() { MaximumTokenSizeInBytes = MaxTokenLength };

    /// <inheritdoc/>
    public async ValueTask<(ExchangeGrant? Grant, ExchangeRefusal? Refusal)> ReadAsync(HttpContext context)
    {
        var connected = context.Features.GetRequiredFeature<ConnectedPartner>();
        var sent = context.Request.Headers.Authorization;
        if (sent is not [{ Length: > 7 and < MaxTokenLength } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse("CG-CONNECT-015", "er is geen token meegestuurd");
        }

        var token = header[7..].Trim();
        var now = time.GetUtcNow();
        var cacheKey = VerifiedTokens.KeyOf(token, connected.Thumbprint);
        if (verified.Find(cacheKey, now) is not { } found)
        {
            var result = await _tokens.ValidateTokenAsync(token, Parameters(now));
            if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt)
            {
                return result.Exception is SecurityTokenExpiredException or SecurityTokenInvalidLifetimeException
                    ? Refuse("CG-CONNECT-016", "het token is verlopen")
                    : RefuseForeign();
            }

            if (!IsBoundTo(jwt, connected.Thumbprint))
            {
                return Refuse("CG-CONNECT-018", "het token hoort bij een ander certificaat");
            }

            if (Grant(jwt) is not { } grant)
            {
                return RefuseForeign();
            }

            found = new VerifiedToken(grant, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero));
            verified.Keep(cacheKey, found, now);
        }

        return found.Grant.Caller == connected.Id ? (found.Grant, null) : Refuse("CG-CONNECT-019", "het token is van een andere organisatie");
    }

    private TokenValidationParameters Parameters(DateTimeOffset now) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["at+jwt"],
        ValidIssuer = new Uri(addresses.PublicBase).AbsoluteUri,
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,

        // One audience, and it is a partner's base here; the caller of this class compares that partner with the path.
        AudienceValidator = (audiences, _, _) => audiences.ToList() is [var audience] && Counterparty(audience) is not null,
        LifetimeValidator = (_, expires, _, _) => expires > now.UtcDateTime,
    };

    private static bool IsBoundTo(JsonWebToken jwt, string thumbprint) =>
        jwt.TryGetPayloadValue<JsonElement>("cnf", out var cnf)
        && cnf.ValueKind == JsonValueKind.Object
        && cnf.TryGetProperty("x5t#S256", out var bound)
        && bound.ValueKind == JsonValueKind.String
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(bound.GetString()!), Encoding.ASCII.GetBytes(thumbprint));

    private ExchangeGrant? Grant(JsonWebToken jwt)
    {
        if (!jwt.TryGetPayloadValue<JsonElement>(BearerClaims.Details, out var details)
            || BearerClaims.Read(details) is not { } claims
            || !jwt.TryGetPayloadValue<string>("client_id", out var clientId)
            || !PartnerId.TryParse(clientId, out var caller)
            || Counterparty(claims.Locations[0]) is not { } counterparty
            || jwt.Audiences.ToList() is not [var audience]
            || audience != claims.Locations[0])
        {
            return null;
        }

        return claims.ToGrant(caller, counterparty, jwt.TryGetPayloadValue<string>("scope", out var scope) ? scope : "");
    }

    private PartnerId? Counterparty(string location)
    {
        var rest = location.StartsWith(addresses.PublicBase + "/", StringComparison.Ordinal) ? location[(addresses.PublicBase.Length + 1)..] : "";
        return PartnerId.TryParse(rest.Split('/')[0], out var id) && addresses.FhirBase(id) == location ? id : null;
    }

    private static (ExchangeGrant?, ExchangeRefusal?) RefuseForeign() => Refuse("CG-CONNECT-017", "het token is niet van deze gateway of is gewijzigd");

    private static (ExchangeGrant?, ExchangeRefusal?) Refuse(string code, string text) =>
        (null, new ExchangeRefusal(ExchangeErrorKind.TokenInvalid, [new RefusalDetail(code, null, text, "Authorization", "login")]));
}
