namespace ConvenantGateway.Conventions.Tests.Gates;

/// <summary>Each gate of the build is shown to close: a project with planted violations fails, for those reasons and no others.</summary>
public sealed class BuildGateTests
{
    [Fact]
    public async Task Build_PolicyWithInputClockChanceOrWarning_Fails()
    {
        using var project = new PlantedProject("ConvenantGateway.Policy", "Microsoft.NET.Sdk");
        project.Plant("Clean.cs", Pure("public static int Add(int left, int right) => left + right;", "Clean"));
        project.Plant("ReadsFile.cs", Pure("public static string Read() => System.IO.File.ReadAllText(\"x\");", "ReadsFile"));
        project.Plant("ReadsClock.cs", Pure("public static System.DateTimeOffset Read() => System.DateTimeOffset.UtcNow;", "ReadsClock"));
        project.Plant("ReadsTimeProvider.cs", Pure("public static System.DateTimeOffset Read() => System.TimeProvider.System.GetUtcNow();", "ReadsTimeProvider"));
        project.Plant("TakesChance.cs", Pure("public static System.Guid Read() => System.Guid.NewGuid();", "TakesChance"));
        project.Plant("ReadsEnvironment.cs", Pure("public static string Read() => System.Environment.MachineName;", "ReadsEnvironment"));
        project.Plant("ReadsCulture.cs", Pure("public static string Read() => System.Globalization.CultureInfo.CurrentCulture.Name;", "ReadsCulture"));
        project.Plant("CallsOut.cs", Pure("public static void Call(System.Net.Http.HttpClient client) => client.CancelPendingRequests();", "CallsOut"));
        project.Plant("Nullable.cs", Pure("public static int Read(string? text) => text.Length;", "Nullable"));
        project.Plant("UnusedUsing.cs", "using System.Text;\n\n" + Pure("public static int Add(int left) => left + 1;", "UnusedUsing"));

        var (exitCode, errors, output) = await project.BuildAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, exitCode);
        Assert.Equal(
            [
                "CallsOut.cs: RS0030", "Nullable.cs: CS8602", "ReadsClock.cs: RS0030", "ReadsCulture.cs: RS0030", "ReadsEnvironment.cs: RS0030", "ReadsFile.cs: RS0030",
                "ReadsTimeProvider.cs: RS0030", "TakesChance.cs: RS0030", "UnusedUsing.cs: IDE0005",
            ],
            errors);
        Assert.Contains("take the instant as an argument", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_HostThatWritesAResponseOutsideReleaseOrLacksDocs_Fails()
    {
        using var project = new PlantedProject("ConvenantGateway.Host", "Microsoft.NET.Sdk.Web");
        project.Plant("SetsStatus.cs", Web("public static void Set(HttpContext context) => context.Response.StatusCode = 404;", "SetsStatus"));
        project.Plant("WritesText.cs", Web("public static Task Write(HttpContext context) => context.Response.WriteAsync(\"x\", context.RequestAborted);", "WritesText"));
        project.Plant("WritesBody.cs", Web("public static void Write(HttpContext context) => context.Response.Body = System.IO.Stream.Null;", "WritesBody"));
        project.Plant("WritesPipe.cs", Web("public static System.IO.Pipelines.PipeWriter Get(HttpContext context) => context.Response.BodyWriter;", "WritesPipe"));
        project.Plant("WritesJson.cs", Web("public static Task Write(HttpContext context) => context.Response.WriteAsJsonAsync(1, context.RequestAborted);", "WritesJson"));
        project.Plant("ReturnsResult.cs", Web("public static IResult Get() => Results.Text(\"x\");", "ReturnsResult"));
        project.Plant("TakesFeature.cs", Web("public static bool Get(HttpContext context) => context.Features[typeof(Microsoft.AspNetCore.Http.Features.IHttpResponseBodyFeature)] is null;", "TakesFeature"));
        // Documentation is checked only where the compiler finds nothing worse, so it is planted beside analyzer errors alone.
        project.Plant("Undocumented.cs", "namespace Planted;\n\n/// <summary>Planted.</summary>\npublic static class Undocumented\n{\n    public static int Add(int left) => left + 1;\n}\n");
        project.Plant("ReadsClock.cs", Web("public static System.DateTime Get() => System.DateTime.UtcNow;", "ReadsClock"));

        var (exitCode, errors, output) = await project.BuildAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, exitCode);
        Assert.Equal(
            [
                "ReadsClock.cs: RS0030", "ReturnsResult.cs: RS0030", "TakesFeature.cs: RS0030", "Undocumented.cs: CS1591", "WritesBody.cs: RS0030", "WritesJson.cs: RS0030", "WritesPipe.cs: RS0030",
                "WritesText.cs: RS0030",
            ],
            errors);
        Assert.Contains("only Host/Release writes a response", output, StringComparison.Ordinal);
    }

    private static string Pure(string member, string type) =>
        $"namespace Planted;\n\n/// <summary>Planted.</summary>\npublic static class {type}\n{{\n    /// <summary>Planted.</summary>\n    {member}\n}}\n";

    private static string Web(string member, string type) =>
        $"namespace ConvenantGateway.Host.Planted;\n\n/// <summary>Planted.</summary>\ninternal static class {type}\n{{\n    /// <summary>Planted.</summary>\n    {member}\n}}\n";
}
