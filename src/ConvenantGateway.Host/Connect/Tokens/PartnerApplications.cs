using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ConvenantGateway.Host.Connect;

/// <summary>The partners of the policy in force as OAuth clients. Read-only: what a token request does not need is not supported (the other half of this class). Thread safe.</summary>
internal sealed partial class PartnerApplications(IActivePolicy policy) : IOpenIddictApplicationStore<Partner>
{
    private static readonly ImmutableArray<string> AllowedUses = [Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials];

    /// <inheritdoc/>
    public ValueTask<Partner?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken) =>
        ValueTask.FromResult(PartnerId.TryParse(identifier, out var id) ? policy.Current.Snapshot.Partners.GetValueOrDefault(id) : null);

    /// <inheritdoc/>
    public ValueTask<string?> GetClientIdAsync(Partner application, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(application.Id.Value);

    /// <inheritdoc/>
    public ValueTask<string?> GetClientTypeAsync(Partner application, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(ClientTypes.Confidential);

    /// <inheritdoc/>
    public ValueTask<string?> GetClientSecretAsync(Partner application, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public ValueTask<JsonWebKeySet?> GetJsonWebKeySetAsync(Partner application, CancellationToken cancellationToken) => ValueTask.FromResult<JsonWebKeySet?>(null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<string>> GetPermissionsAsync(Partner application, CancellationToken cancellationToken) => ValueTask.FromResult(AllowedUses);

    /// <inheritdoc/>
    public ValueTask<ImmutableDictionary<string, string>> GetSettingsAsync(Partner application, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ImmutableDictionary<string, string>.Empty);
}
