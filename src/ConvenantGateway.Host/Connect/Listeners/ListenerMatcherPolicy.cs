using Microsoft.AspNetCore.Routing.Matching;

namespace ConvenantGateway.Host.Connect;

/// <summary>Makes endpoints of other listeners, and endpoints that name no listener, invisible.</summary>
internal sealed class ListenerMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before the method policy, so that another listener's methods do not show as 405.</summary>
    public override int Order => int.MinValue;

    /// <inheritdoc/>
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    /// <inheritdoc/>
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var kind = httpContext.Features.Get<ListenerIdentity>()?.Kind ?? ListenerKind.None;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i)
                && (kind == ListenerKind.None || candidates[i].Endpoint.Metadata.GetMetadata<ListenerMetadata>()?.Kind != kind))
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
