using ConvenantGateway.Audit;
using ConvenantGateway.Host.Policies;
using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.Operations;

/// <summary>Health on the operations listener: loopback only, no case data.</summary>
internal static class OperationsEndpoints
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapOperations(this IEndpointRouteBuilder operations)
    {
        operations.MapGet("/health/live", static context => HealthRelease.SendAsync(context, 200, "live"));
        operations.MapGet("/health/ready", static context =>
        {
            var log = context.RequestServices.GetRequiredService<IAuditLog>();
            var holder = context.RequestServices.GetRequiredService<PolicyHolder>();
            var isTrusted = context.RequestServices.GetRequiredService<ILogTrust>().Distrusted is null;
            var concerns = string.Join("; ", new[] { holder.Concern, context.RequestServices.GetRequiredService<NodeConcerns>().Sentence }.Where(static c => c is not null));
            return (isTrusted, log.IsHealthy, concerns) switch
            {
                (false, _, _) => HealthRelease.SendAsync(context, 503, "red: the log is not what it signed"),
                (_, false, _) => HealthRelease.SendAsync(context, 503, "red: the log cannot be written"),
                (_, _, { Length: > 0 }) => HealthRelease.SendAsync(context, 200, $"amber: {concerns}"),
                _ => HealthRelease.SendAsync(context, 200, "green"),
            };
        });
    }
}
