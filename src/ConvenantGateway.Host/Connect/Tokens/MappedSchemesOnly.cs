using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ConvenantGateway.Host.Connect;

/// <summary>
/// Lets no authentication scheme answer requests by itself. The framework puts its authentication middleware before ours as soon as a scheme is registered; OpenIddict would then answer
/// its addresses on every listener, before the caller is mapped and without a record. Its handler runs from <see cref="TokenAnswers"/> only. Thread safe.
/// </summary>
internal sealed class MappedSchemesOnly(IOptions<AuthenticationOptions> options) : AuthenticationSchemeProvider(options)
{
    /// <inheritdoc/>
    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() => Task.FromResult<IEnumerable<AuthenticationScheme>>([]);
}
