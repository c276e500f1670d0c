using System.Security.Claims;
using System.Text.Json;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http.Features;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ConvenantGateway.Host.Connect;

/// <summary>Our steps inside OpenIddict's handling of a token request, in the order they run.</summary>
internal static class TokenSteps
{
    /// <summary>1. Without a <c>client_id</c> the certificate says who it is.</summary>
    public static ValueTask DefaultClientIdAsync(ExtractTokenRequestContext context)
    {
        if (context.Request is { } request && string.IsNullOrEmpty(request.ClientId))
        {
            request.ClientId = Http(context.Transaction).Features.GetRequiredFeature<ConnectedPartner>().Id.Value;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>2. After the client is authenticated: is there a ground for what is asked?</summary>
    public static async ValueTask EvaluateAsync(ValidateTokenRequestContext context)
    {
        var http = Http(context.Transaction);
        var call = http.Features.GetRequiredFeature<TokenCall>();
        var request = new TokenRequest(
            call.Call.Caller, (string?)context.Request["authorization_details"], context.Request.Scope, call.Call.Transaction, call.Call.Trace, call.Call.TransactionIsClaimed);
        call.Evaluation = await http.RequestServices.GetRequiredService<ITokenGrants>().EvaluateAsync(request, http.RequestAborted);
        if (call.Evaluation.Refusal is { } refusal)
        {
            context.Reject(refusal.Error, refusal.Description);
        }
        else if (context.ClientId != call.Call.Caller.Value)
        {
            context.Reject(Errors.InvalidClient, "the certificate is not that of this client");
        }
    }

    /// <summary>3. Writes the token: who, why, for whom; no names, no evidence, no weighing.</summary>
    public static ValueTask SignInAsync(HandleTokenRequestContext context)
    {
        var http = Http(context.Transaction);
        var evaluation = http.Features.GetRequiredFeature<TokenCall>().Evaluation;
        if (evaluation?.Grant is not { } grant)
        {
            context.Reject(Errors.ServerError, "no evaluation");
            return ValueTask.CompletedTask;
        }

        var identity = new ClaimsIdentity("convenant", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, grant.Caller.Value);
        identity.AddClaim(new Claim(BearerClaims.Details, evaluation.TokenDetails, "JSON_ARRAY"));
        identity.SetScopes(grant.Scopes);
        identity.SetResources(http.RequestServices.GetRequiredService<GatewayAddresses>().FhirBase(grant.Counterparty));
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        context.SignIn(new ClaimsPrincipal(identity));
        return ValueTask.CompletedTask;
    }

    /// <summary>4. What RFC 9396 wants in the answer, and our permanent code on a refusal.</summary>
    public static ValueTask CompleteResponseAsync(ApplyTokenResponseContext context)
    {
        var call = Http(context.Transaction).Features.GetRequiredFeature<TokenCall>();
        context.Response.ErrorUri = null;
        if (context.Error is not null)
        {
            call.Error = context.Error;
            call.Code = call.Evaluation?.Refusal?.Code ?? TokenCall.CodeOf(context.Error);
            context.Response["code"] = call.Code;
        }
        else if (call.Evaluation is { Grant: not null } evaluation)
        {
            using var details = JsonDocument.Parse(evaluation.TokenDetails);
            context.Response["authorization_details"] = new OpenIddictParameter(details.RootElement.Clone());
        }

        return ValueTask.CompletedTask;
    }

    private static HttpContext Http(OpenIddictServerTransaction transaction) =>
        transaction.GetHttpRequest()?.HttpContext ?? throw new InvalidOperationException("not an HTTP request");
}
