using System.Globalization;
using System.Xml.Linq;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The outcomes of cases in the XML that build servers read (JUnit): one suite for each file of cases.</summary>
internal static class JUnitReport
{
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(FileInfo file, IReadOnlyCollection<CaseOutcome> outcomes)
    {
        var suites = outcomes.GroupBy(static o => o.File, StringComparer.Ordinal).Select(static group => new XElement(
            "testsuite",
            new XAttribute("name", group.Key),
            new XAttribute("tests", Number(group.Count())),
            new XAttribute("failures", Number(group.Count(static o => !o.Differences.IsEmpty))),
            group.Select(static o => new XElement(
                "testcase",
                new XAttribute("classname", o.Covenant),
                new XAttribute("name", $"{o.Id}: {o.Title}"),
                new XAttribute("file", o.File),
                new XAttribute("line", Number(o.Line)),
                o.Differences.IsEmpty ? null : new XElement("failure", new XAttribute("message", o.Differences[0]), string.Join('\n', o.Differences))))));
        var failed = outcomes.Count(static o => !o.Differences.IsEmpty);
        new XDocument(new XElement("testsuites", new XAttribute("tests", Number(outcomes.Count)), new XAttribute("failures", Number(failed)), suites)).Save(file.FullName);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
