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
            return (log.IsHealthy, holder.Concern) switch
            {
                (false, _) => HealthRelease.SendAsync(context, 503, "red: the log cannot be written"),
                (_, { } concern) => HealthRelease.SendAsync(context, 200, $"amber: {concern}"),
                _ => HealthRelease.SendAsync(context, 200, "green"),
            };
        });
    }
}
