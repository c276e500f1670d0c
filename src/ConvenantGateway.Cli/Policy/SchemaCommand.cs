using System.CommandLine;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary><c>policy schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var options = PolicyOptions.Create();
        var target = new Option<DirectoryInfo?>("--out") { Description = "write a file for each schema to this folder; without it they go to standard output" };
        var command = options.AddTo(new Command("schema", "a JSON Schema for each kind of policy file, with the closed lists of this folder, for editors") { target });
        command.SetAction(result => PolicyRun.Over(result, options, (files, writer) =>
        {
            var set = PolicySet.Load(files, result.GetValue(options.Covenant) ?? PolicyOptions.DefaultCovenant);
            if (set.Snapshot is null)
            {
                return writer.Errors(set.Errors);
            }

            var schemas = PolicySchemas.Of(set.Snapshot);
            if (result.GetValue(target) is { } folder)
            {
                folder.Create();
                foreach (var (name, schema) in schemas)
                {
                    File.WriteAllText(Path.Combine(folder.FullName, $"{name}.schema.json"), schema.Json + '\n');
                }
            }

            var isListed = result.GetValue(target) is not null;
            writer.Write(
                schemas.Select(static s => new { name = s.Key, files = s.Value.Pattern, schema = System.Text.Json.Nodes.JsonNode.Parse(s.Value.Json) }),
                schemas.Select(s => isListed ? $"{s.Key}.schema.json: {s.Value.Pattern}" : s.Value.Json));
            return ExitCode.Yes;
        }));
        return command;
    }
}
