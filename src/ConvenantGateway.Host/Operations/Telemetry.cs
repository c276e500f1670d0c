using System.Diagnostics;
using ConvenantGateway.Exchange;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Metrics;

namespace ConvenantGateway.Host.Operations;

/// <summary>Metrics of the web server and the six steps; labels are route templates and codes, never anything of a person.</summary>
internal static class Telemetry
{
    /// <summary>Registers OpenTelemetry metrics with a Prometheus scrape, and that a trace takes nothing of the caller but <c>traceparent</c>.</summary>
    public static IServiceCollection AddGatewayTelemetry(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(static metrics => metrics
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", GuardAlarm.MeterName)
            .AddPrometheusExporter());
        services.Replace(ServiceDescriptor.Singleton<DistributedContextPropagator>(new TraceParentOnly()));
        return services;
    }

    /// <summary>Maps <c>/metrics</c> on the operations listener.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder operations) => operations.MapPrometheusScrapingEndpoint("/metrics");
}
