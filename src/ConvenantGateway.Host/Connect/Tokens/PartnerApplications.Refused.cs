using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Policy;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace ConvenantGateway.Host.Connect;

/// <summary>The members of OpenIddict's store contract that a token request never calls: partners come from signed files and nothing here may change them.</summary>
internal sealed partial class PartnerApplications
{
    ValueTask<long> IOpenIddictApplicationStore<Partner>.CountAsync(CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<long> IOpenIddictApplicationStore<Partner>.CountAsync<TResult>(Func<IQueryable<Partner>, IQueryable<TResult>> query, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.CreateAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.DeleteAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<Partner?> IOpenIddictApplicationStore<Partner>.FindByIdAsync(string identifier, CancellationToken cancellationToken) => throw NotSupported();

    IAsyncEnumerable<Partner> IOpenIddictApplicationStore<Partner>.FindByPostLogoutRedirectUriAsync(string uri, CancellationToken cancellationToken) => throw NotSupported();

    IAsyncEnumerable<Partner> IOpenIddictApplicationStore<Partner>.FindByRedirectUriAsync(string uri, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<string?> IOpenIddictApplicationStore<Partner>.GetApplicationTypeAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<TResult?> IOpenIddictApplicationStore<Partner>.GetAsync<TState, TResult>(Func<IQueryable<Partner>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) where TResult : default => throw NotSupported();

    ValueTask<string?> IOpenIddictApplicationStore<Partner>.GetConsentTypeAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<string?> IOpenIddictApplicationStore<Partner>.GetDisplayNameAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<ImmutableDictionary<CultureInfo, string>> IOpenIddictApplicationStore<Partner>.GetDisplayNamesAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<string?> IOpenIddictApplicationStore<Partner>.GetIdAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<ImmutableArray<string>> IOpenIddictApplicationStore<Partner>.GetPostLogoutRedirectUrisAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<ImmutableDictionary<string, JsonElement>> IOpenIddictApplicationStore<Partner>.GetPropertiesAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<ImmutableArray<string>> IOpenIddictApplicationStore<Partner>.GetRedirectUrisAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<ImmutableArray<string>> IOpenIddictApplicationStore<Partner>.GetRequirementsAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask<Partner> IOpenIddictApplicationStore<Partner>.InstantiateAsync(CancellationToken cancellationToken) => throw NotSupported();

    IAsyncEnumerable<Partner> IOpenIddictApplicationStore<Partner>.ListAsync(int? count, int? offset, CancellationToken cancellationToken) => throw NotSupported();

    IAsyncEnumerable<TResult> IOpenIddictApplicationStore<Partner>.ListAsync<TState, TResult>(Func<IQueryable<Partner>, TState, IQueryable<TResult>> query, TState state, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetApplicationTypeAsync(Partner application, string? type, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetClientIdAsync(Partner application, string? identifier, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetClientSecretAsync(Partner application, string? secret, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetClientTypeAsync(Partner application, string? type, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetConsentTypeAsync(Partner application, string? type, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetDisplayNameAsync(Partner application, string? name, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetDisplayNamesAsync(Partner application, ImmutableDictionary<CultureInfo, string> names, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetJsonWebKeySetAsync(Partner application, JsonWebKeySet? set, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetPermissionsAsync(Partner application, ImmutableArray<string> permissions, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetPostLogoutRedirectUrisAsync(Partner application, ImmutableArray<string> uris, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetPropertiesAsync(Partner application, ImmutableDictionary<string, JsonElement> properties, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetRedirectUrisAsync(Partner application, ImmutableArray<string> uris, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetRequirementsAsync(Partner application, ImmutableArray<string> requirements, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.SetSettingsAsync(Partner application, ImmutableDictionary<string, string> settings, CancellationToken cancellationToken) => throw NotSupported();

    ValueTask IOpenIddictApplicationStore<Partner>.UpdateAsync(Partner application, CancellationToken cancellationToken) => throw NotSupported();

    private static NotSupportedException NotSupported() => new("partners are read from signed policy files only");
}
