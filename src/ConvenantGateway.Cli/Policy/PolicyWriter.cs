using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>Writes results as lines for people or as JSON for tools.</summary>
internal sealed class PolicyWriter(TextWriter output, bool isJson)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(object json, IEnumerable<string> lines)
    {
        if (isJson)
        {
            output.WriteLine(JsonSerializer.Serialize(json, Shape));
            return;
        }

        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Writes what is wrong; the exit code is that of invalid input.</summary>
    public int Errors(IEnumerable<PolicyError> errors)
    {
        var all = errors.Distinct().ToList();
        Write(new { errors = all }, [.. all.Select(static e => e.ToString()), $"{all.Count} errors"]);
        return ExitCode.InvalidInput;
    }
}
