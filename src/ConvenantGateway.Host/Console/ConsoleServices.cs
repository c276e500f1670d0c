using ConvenantGateway.Host.Connect;
using ConvenantGateway.Host.Release;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The console: what it needs and where it hangs. It has a routing world of its own, so that no endpoint is on two listeners.</summary>
internal static class ConsoleServices
{
    private static readonly ConstantAsset Stylesheet = new("text/css; charset=utf-8", Embedded("console.css"));

    /// <summary>Adds the console's parts. Callable twice. The ports (log, store, policy, own register, handles, clock) are the composition root's to add.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RecordScope>();
        services.TryAddSingleton<WeekReviews>();
        services.TryAddSingleton<IAntiforgeryAdditionalDataProvider, CertificateBinding>();
        // Keys of forms live in memory: a restart makes open forms stale, and nothing lies on disk to forge one with.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-formulier";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.HttpOnly = true;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRazorPages(options => options.RootDirectory = "/Console/Pages")
            .ConfigureApplicationPartManager(parts =>
            {
                // Only this assembly has pages, whatever the process was started from.
                parts.ApplicationParts.Clear();
                var own = typeof(ConsoleServices).Assembly;
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
                {
                    parts.ApplicationParts.Add(part);
                }
            });
        return services;
    }

    /// <summary>Hangs the console on the officers' listener. Connect's middleware, which sets the listener and the officer, must stand before it.</summary>
    public static IApplicationBuilder MapConsole(this IApplicationBuilder app) =>
        app.MapWhen(static context => context.Features.Get<ListenerIdentity>()?.Kind == ListenerKind.Officers, Compose);

    private static void Compose(IApplicationBuilder console)
    {
        console.Use(static (context, next) =>
        {
            // What another listener's routing may have matched does not exist here.
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            return next(context);
        });
        console.UseMiddleware<ConsoleRelease>();
        console.UseStatusCodePagesWithReExecute("/fout");
        console.UseRouting();
        console.UseMiddleware<ConsoleGuard>();
        console.UseEndpoints(static endpoints =>
        {
            var officers = new ListenerMetadata(ListenerKind.Officers);
            endpoints.MapRazorPages().WithMetadata(officers);
            endpoints.MapGet("/console.css", static () => Task.CompletedTask).WithMetadata(officers, Stylesheet, new ForRolesAttribute());
        });
    }

    private static byte[] Embedded(string name)
    {
        using var stream = typeof(ConsoleServices).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"`{name}` is not embedded");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
