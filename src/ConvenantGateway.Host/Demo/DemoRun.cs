using ConvenantGateway.Development.Stories;

namespace ConvenantGateway.Host.Demo;

/// <summary>Plays the stories against the node that just started, over real mutual TLS.</summary>
internal static class DemoRun
{
    /// <summary>Plays all; true only if everything went as the stories say. The report goes to the console unless <paramref name="output"/> is given.</summary>
    public static async Task<bool> PlayAsync(WebApplication app, GatewayWorld world, TextWriter? output = null)
    {
        var snapshot = world.Policies.Current.Snapshot;
        var options = new StoryOptions
        {
            BaseUri = new Uri(world.PublicBase),
            ConsoleBaseUri = new Uri($"https://{world.Options.PublicHost}:{world.Options.OfficerPort}"),
            CertificatesDirectory = world.Options.Certificates,
            Covenant = snapshot.Covenant.Id,
            LawDate = snapshot.LawDateAt(world.Time.GetUtcNow()),
            Output = output ?? Console.Out,
            Officers = new DemoOfficers(app.Services, world),
        };
        return await StoryRunner.PlayAsync(options, app.Lifetime.ApplicationStopping);
    }
}
