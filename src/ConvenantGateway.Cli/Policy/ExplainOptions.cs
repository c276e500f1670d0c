using System.CommandLine;
using System.Globalization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The request to explain.</summary>
internal sealed class ExplainOptions
{
    private readonly Option<string> _from = new("--from") { Description = "partner that would provide", Required = true };
    private readonly Option<string> _to = new("--to") { Description = "partner that would receive", Required = true };
    private readonly Option<string> _purpose = new("--purpose") { Description = "purpose code", Required = true };
    private readonly Option<string> _by = new("--by") { Description = "push, read, search or status", DefaultValueFactory = static _ => "push" };
    private readonly Option<string?> _ground = new("--ground") { Description = "ground code" };
    private readonly Option<string[]> _evidence = new("--evidence") { Description = "kinds of evidence shown, e.g. consent weighing", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _date = new("--date") { Description = "law date, yyyy-MM-dd; the covenant's re-enactment date if it has one" };

    private readonly Option<bool> _emergency = new("--emergency") { Description = "the Noodprocedure" };
    private readonly Option<string> _for = new("--for") { Description = "asker (learns nothing that depends on a register) or holder", DefaultValueFactory = static _ => "holder" };
    private readonly Option<string> _language = new("--language") { Description = "nl or en", DefaultValueFactory = static _ => "nl" };

    /// <exception cref="FormatException">A word is not in its list.</exception>
    public (ExplainAudience Audience, ExplainLanguage Language) ReadForm(ParseResult result) =>
    (
        result.GetRequiredValue(_for) switch
        {
            "asker" => ExplainAudience.Asker,
            "holder" => ExplainAudience.Holder,
            var other => throw new FormatException($"`{other}` is not asker or holder"),
        },
        result.GetRequiredValue(_language) switch
        {
            "nl" => ExplainLanguage.Dutch,
            "en" => ExplainLanguage.English,
            var other => throw new FormatException($"`{other}` is not nl or en"),
        });

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _from, _to, _purpose, _by, _ground, _evidence, _date, _emergency, _for, _language })
        {
            command.Add(option);
        }
    }

    /// <exception cref="FormatException">A word is not in its list.</exception>
    public (PolicyRequest Request, DateOnly? Date) Read(ParseResult result)
    {
        var by = result.GetRequiredValue(_by);
        if (!Enum.TryParse<Initiative>(by, ignoreCase: true, out var initiative) || initiative == Initiative.None || int.TryParse(by, out _))
        {
            throw new FormatException($"`{by}` is not push, read, search or status");
        }

        var evidence = Evidence.None;
        foreach (var word in result.GetValue(_evidence) ?? [])
        {
            evidence |= EvidenceWords.TryParse(word, out var flag) ? flag : throw new FormatException($"`{word}` is not one of {string.Join(", ", EvidenceWords.All)}");
        }

        DateOnly? date = result.GetValue(_date) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return (new PolicyRequest
        {
            From = PartnerId.Parse(result.GetRequiredValue(_from)),
            To = PartnerId.Parse(result.GetRequiredValue(_to)),
            Purpose = new Purpose(result.GetRequiredValue(_purpose)),
            By = initiative,
            Ground = result.GetValue(_ground) is { } ground ? new Ground(ground) : default,
            LawDate = default,
            Evidence = evidence,
            Emergency = result.GetValue(_emergency),
        }, date);
    }
}
