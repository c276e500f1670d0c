using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.OpenApi;

/// <summary>The REST face as OpenAPI (<c>/openapi/v1.json</c>, <c>/swagger</c>) on the partner listener, recorded like every other answer.</summary>
internal static class OpenApiPage
{
    private const string Document = "/openapi/v1.json";
    private const string Page = "/swagger";

    /// <summary>Registers Swashbuckle.</summary>
    public static IServiceCollection AddOpenApiPage(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(static options =>
        {
            options.SwaggerDoc("v1", new() { Title = "ConvenantGateway", Version = "v1" });

            // The console and the operations listener are no part of the partners' face.
            options.DocInclusionPredicate(static (_, api) => api.ActionDescriptor.EndpointMetadata.OfType<ListenerMetadata>().Any(static l => l.Kind == ListenerKind.Partners));
        });

    /// <summary>Serves both paths; everything else goes on.</summary>
    public static void UseOpenApiPage(this WebApplication app)
    {
        app.UseWhen(IsPage, static branch =>
        {
            branch.Use(RecordAsync);
            branch.UseSwagger(static options => options.RouteTemplate = "openapi/{documentName}.json");
            branch.UseSwaggerUI(static options =>
            {
                options.RoutePrefix = "swagger";
                options.SwaggerEndpoint(Document, "ConvenantGateway v1");
            });
        });
    }

    private static bool IsPage(HttpContext context) =>
        context.Features.Get<ListenerIdentity>()?.Kind == ListenerKind.Partners
        && HttpMethods.IsGet(context.Request.Method)
        && (context.Request.Path == Document || context.Request.Path.StartsWithSegments(Page));

    private static async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var (call, isReadable) = context.RequestServices.GetRequiredService<CallReader>().Begin(context);
        var door = context.RequestServices.GetRequiredService<FrontDoor>();
        if (!isReadable)
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed), isFhir: false);
            return;
        }

        var caught = await CapturedResponse.CatchAsync(context, next);
        await (caught.Status is StatusCodes.Status404NotFound
            ? door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.UnknownAddress), isFhir: false)
            : door.ExchangeAsync(context, call, new ComposedInteraction("openapi", caught.Status, caught.Body), caught.ContentType));
    }
}
