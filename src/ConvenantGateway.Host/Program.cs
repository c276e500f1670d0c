using ConvenantGateway.Host;
using ConvenantGateway.Host.Demo;
using ConvenantGateway.Store;

// Exit codes (design): 0 yes, 1 could not run, 2 the answer is no, 3 the input is invalid.
var (options, invalid) = StartOptions.Read(args);
if (options is null)
{
    return Say(invalid, 3);
}

try
{
    var (world, errors) = await GatewayWorld.OpenAsync(options.Gateway, options.Environment, TimeProvider.System);
    if (world is null)
    {
        return Say(errors, 1);
    }

    await using (world)
    {
        await using var app = GatewayApp.Build(world, []);
        if (!options.IsDemo)
        {
            await app.RunAsync();
            return 0;
        }

        await app.StartAsync();
        var went = await DemoRun.PlayAsync(app, world);
        if (!options.ExitsAfterDemo)
        {
            await app.WaitForShutdownAsync();
        }

        await app.StopAsync();
        return went ? 0 : 2;
    }
}
catch (LogInUseException e)
{
    return Say([e.Message], 1);
}
catch (InvalidDataException e)
{
    return Say([e.Message], 1);
}
catch (IOException e)
{
    return Say([e.Message], 1);
}

static int Say(IEnumerable<string> lines, int code)
{
    foreach (var line in lines)
    {
        Console.Error.WriteLine(line);
    }

    return code;
}
