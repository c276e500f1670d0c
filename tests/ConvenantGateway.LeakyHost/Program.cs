// The real gateway with deliberate leaks around it, chosen by CONVENANT_LEAKY_CHANNELS (`none`: none). Only for the tests of leakcheck: it starts without the proofs of the rules, which are not what is tested.
using System.Diagnostics;
using ConvenantGateway.Host;
using ConvenantGateway.LeakyHost;

var (options, invalid) = StartOptions.Read(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(string.Join('\n', invalid));
    return 3;
}

var (world, errors) = await GatewayWorld.OpenAsync(options.Gateway, options.Environment, TimeProvider.System, []);
if (world is null)
{
    await Console.Error.WriteLineAsync(string.Join('\n', errors));
    return 1;
}

await using (world)
{
    var leak = new SeededLeak(Environment.GetEnvironmentVariable("CONVENANT_LEAKY_CHANNELS") ?? "none", world);
    using var around = DiagnosticListener.AllListeners.Subscribe(new AroundTheGateway(leak));
    await using var app = GatewayApp.Build(world, []);
    await app.RunAsync();
    return 0;
}
