using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// OpenIddict as this gateway uses it: client credentials only, <c>tls_client_auth</c> only (RFC 8705), ES256 tokens bound to the certificate, nothing stored. Partners are read from
/// the policy in force, so that one that leaves gets no further token.
/// </summary>
internal static class AuthorizationServer
{
    /// <summary>The token endpoint.</summary>
    public const string TokenPath = "/connect/token";

    /// <summary>Authorization server metadata (RFC 8414).</summary>
    public const string MetadataPath = "/.well-known/oauth-authorization-server";

    /// <summary>The public keys.</summary>
    public const string KeysPath = "/.well-known/jwks";

    private const string TlsClientAuthentication = "tls_client_auth";

    /// <summary>Registers it.</summary>
    public static void AddAuthorizationServer(this IServiceCollection services)
    {
        services.AddOpenIddict()
            .AddCore(static core => core
                .SetDefaultApplicationEntity<Partner>()
                .ReplaceApplicationStore<Partner, PartnerApplications>(ServiceLifetime.Singleton)
                .ReplaceApplicationManager<Partner, PartnerApplicationChecks>()
                .DisableEntityCaching())
            .AddServer(static server =>
            {
                server.SetTokenEndpointUris(TokenPath)
                    .SetConfigurationEndpointUris(MetadataPath)
                    .SetJsonWebKeySetEndpointUris(KeysPath)
                    .AllowClientCredentialsFlow()
                    .DisableAccessTokenEncryption()
                    .DisableTokenStorage()
                    .DisableAuthorizationStorage()
                    .DisableScopeValidation()
                    .IgnoreScopePermissions()
                    .UseClientCertificateBoundAccessTokens()
                    .AddEphemeralEncryptionKey();
                server.UseAspNetCore();
                AddHandlers(server);
            });
        services.AddSingleton<IAuthenticationSchemeProvider, MappedSchemesOnly>();
        services.AddOptions<OpenIddictServerOptions>()
            .Configure<GatewayAddresses, TokenSigningKey, TokenGrantOptions, TlsMaterialHolder>(Configure)
            .PostConfigure(static options =>
            {
                // Secrets and assertions are on by default; without this a request with a secret would be looked at (spike A 17).
                options.ClientAuthenticationMethods.RemoveWhere(static m => m != TlsClientAuthentication);
                options.Scopes.Clear();
            });
    }

    private static void Configure(OpenIddictServerOptions options, GatewayAddresses addresses, TokenSigningKey key, TokenGrantOptions grants, TlsMaterialHolder tls)
    {
        options.Issuer = new Uri(addresses.PublicBase);
        options.AccessTokenLifetime = grants.Lifetime;
        options.SigningCredentials.Add(key.Credentials);
        options.ClientAuthenticationMethods.Add(TlsClientAuthentication);

        // The handshake built and checked the chain; PartnerApplicationChecks compares subject and pin. The policy says so where OpenIddict asks for one.
        var chain = new System.Security.Cryptography.X509Certificates.X509ChainPolicy
        {
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        chain.CustomTrustStore.AddRange(tls.Current.Anchors);
        options.PublicKeyInfrastructureTlsClientAuthenticationPolicy = chain;
    }

    private static void AddHandlers(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ExtractTokenRequestContext>(static h => h.UseInlineHandler(TokenSteps.DefaultClientIdAsync).SetOrder(int.MaxValue - 100_000));
        server.AddEventHandler<ValidateTokenRequestContext>(static h => h.UseInlineHandler(TokenSteps.EvaluateAsync).SetOrder(int.MaxValue - 100_000));
        server.AddEventHandler<HandleTokenRequestContext>(static h => h.UseInlineHandler(TokenSteps.SignInAsync).SetOrder(int.MinValue + 100_000));
        server.AddEventHandler<ApplyTokenResponseContext>(static h => h.UseInlineHandler(TokenSteps.CompleteResponseAsync).SetOrder(int.MinValue + 100_000));
        server.AddEventHandler<HandleConfigurationRequestContext>(static h => h.UseInlineHandler(static context =>
        {
            context.Metadata["authorization_details_types_supported"] = new OpenIddictParameter(["convenant_exchange"]);
            return ValueTask.CompletedTask;
        }).SetOrder(int.MaxValue - 100_000));
    }
}
