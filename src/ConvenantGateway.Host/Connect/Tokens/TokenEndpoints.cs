using Microsoft.Extensions.Options;
using OpenIddict.Server;
using ConvenantGateway.Host.Exchange;

namespace ConvenantGateway.Host.Connect;

/// <summary>The token endpoint and discovery (design.md 3.2, 3.3). Only this folder knows OpenIddict.</summary>
internal static class TokenEndpoints
{
    /// <summary>Registers the authorization server and the reader of its tokens.</summary>
    public static void AddTokens(this WebApplicationBuilder builder, GatewayOptions options)
    {
        _ = options;
        builder.Services.AddSingleton<TokenSigningKey>();
        builder.Services.AddSingleton<VerifiedTokens>();
        builder.Services.AddSingleton<IGrantReader, BearerGrants>();
        builder.Services.AddSingleton<TokenAnswers>();
        builder.Services.AddAuthorizationServer();
    }

    /// <summary>Asks for the server's settings once, so that a mistake in them stops the start and not the first request.</summary>
    public static void UseTokens(this IApplicationBuilder app) => _ = app.ApplicationServices.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapTokens(this IEndpointRouteBuilder app)
    {
        var partners = app.MapPartners();
        partners.MapPost(AuthorizationServer.TokenPath, static (HttpContext context, TokenAnswers answers) => answers.TokenAsync(context)).WithName("token");
        partners.MapGet(AuthorizationServer.MetadataPath, static (HttpContext context, TokenAnswers answers) => answers.DiscoveryAsync(context)).WithName("oauth-metadata");
        partners.MapGet(AuthorizationServer.KeysPath, static (HttpContext context, TokenAnswers answers) => answers.DiscoveryAsync(context)).WithName("jwks");
        partners.MapGet("/{partner}/fhir/.well-known/smart-configuration", static (HttpContext context, string partner, TokenAnswers answers) => answers.SmartAsync(context, partner))
            .WithName("smart-configuration");
    }
}
