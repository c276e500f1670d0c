using System.Diagnostics;
using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>One covenant from start to stop of a gateway of its own.</summary>
internal static class CovenantRun
{
    /// <summary>Runs.</summary>
    /// <param name="snapshot">The policy, read without the gateway.</param>
    /// <param name="start">How to start the gateway.</param>
    /// <param name="scope">How much is played.</param>
    /// <param name="output">Receives progress.</param>
    /// <param name="cancellation">Stops the gateway and the run.</param>
    /// <exception cref="IOException">The gateway did not start.</exception>
    public static async Task<LeakReport> RunAsync(PolicySnapshot snapshot, GatewayStart start, RunScope scope, TextWriter output, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var lawDate = snapshot.LawDateAt(TimeProvider.System.GetUtcNow());
        var plan = ExchangePlan.Of(snapshot, lawDate);
        var allowed = plan.Allowed.Where(scope.Takes).ToList();
        var refused = plan.Refused.Where(scope.Takes).ToList();
        await output.WriteLineAsync(
            $"{snapshot.Covenant.Id}: law of {lawDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {plan.Parties.Length} parties, {allowed.Count} exchanges with a rule, {refused.Count} without");
        var book = new CanaryBook();
        var leaks = new LeakWatch(book);
        var figures = new RunFigures();
        var clients = new Dictionary<PartnerId, WatchedClient>();
        await using var gateway = await GatewayProcess.StartAsync(start, cancellation);
        try
        {
            WatchedClient Client(PartnerId partner)
            {
                if (!clients.TryGetValue(partner, out var client))
                {
                    clients[partner] = client = new WatchedClient(leaks, gateway.Partners, start.Certificates, partner.Value, partner.Value);
                }

                return client;
            }

            var run = new ExchangeRun(book, snapshot, lawDate, figures, Client, cancellation);
            foreach (var holder in plan.Parties.Where(p => scope.Only is null && snapshot.Partners[p].HasRegister))
            {
                await run.OwnRegisterAsync(holder, plan.Parties.First(p => p != holder), scope.IsSmall);
            }

            foreach (var (at, cell) in allowed.Index())
            {
                if (at % 10 == 0)
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds:F0} s: {at} of {allowed.Count}"));
                }

                await run.AllowedAsync(cell, plan.Parties.First(p => p != cell.From && p != cell.To), scope.IsSmall);
            }

            foreach (var cell in refused)
            {
                await run.RefusedAsync(cell);
            }

            var touched = plan.Parties.Where(p => scope.Only is null || clients.ContainsKey(p)).ToList();
            var surfaces = new SurfaceRun(leaks, snapshot, gateway, start.Certificates, scope.IsSmall ? 2 : 25, cancellation);
            foreach (var partner in touched)
            {
                await run.SearchAsync(partner);
                await surfaces.PartnerAsync(Client(partner), plan.Parties);
            }

            foreach (var officer in surfaces.Officers)
            {
                figures.Requests += await surfaces.ConsoleAsync(officer);
            }

            await surfaces.OperationsAsync();
            await gateway.StopAsync();
            new RestRun(leaks, snapshot).See(gateway, start, plan.Parties.Select(static p => p.Value));
            figures.Requests += clients.Values.Sum(static c => c.Requests);
        }
        finally
        {
            foreach (var client in clients.Values)
            {
                client.Dispose();
            }
        }

        return new LeakReport(snapshot.Covenant.Id, figures, leaks, book.Count, scope.Only is null ? plan.Unreached : [], watch.Elapsed);
    }
}
