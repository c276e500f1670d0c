using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConvenantGateway.LeakyHost;

/// <summary>Puts a middleware before all of the gateway's own, from outside: the framework tells when a host is being built.</summary>
internal sealed class AroundTheGateway(SeededLeak leak) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IStartupFilter
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder host })
        {
            host.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));
        }
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) => leak.RunAsync(context, rest));
        next(app);
    };

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
