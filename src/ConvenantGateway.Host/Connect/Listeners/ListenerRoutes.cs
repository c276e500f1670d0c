namespace ConvenantGateway.Host.Connect;

/// <summary>Groups of endpoints per listener.</summary>
internal static class ListenerRoutes
{
    /// <summary>Endpoints for partners.</summary>
    public static RouteGroupBuilder MapPartners(this IEndpointRouteBuilder app) => app.MapListener(ListenerKind.Partners);

    /// <summary>Endpoints for officers and case workers.</summary>
    public static RouteGroupBuilder MapOfficers(this IEndpointRouteBuilder app) => app.MapListener(ListenerKind.Officers);

    /// <summary>Endpoints for operations.</summary>
    public static RouteGroupBuilder MapOperationsListener(this IEndpointRouteBuilder app) => app.MapListener(ListenerKind.Operations);

    private static RouteGroupBuilder MapListener(this IEndpointRouteBuilder app, ListenerKind kind)
    {
        var group = app.MapGroup("");
        group.WithMetadata(new ListenerMetadata(kind));
        return group;
    }
}
