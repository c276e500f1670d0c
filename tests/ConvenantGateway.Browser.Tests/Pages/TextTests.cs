using System.Text.RegularExpressions;
using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>The words on screen.</summary>
public sealed partial class TextTests
{
    private static readonly string Console = Path.Combine(TestPolicy.RepositoryRoot(), "src/ConvenantGateway.Host/Console");

    [Fact]
    public void Sentence_OnAPage_HasEnglish()
    {
        var missing = Directory.EnumerateFiles(Console, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(static file => Sentence().Matches(File.ReadAllText(file)))
            .Concat(Directory.EnumerateFiles(Console, "*.cshtml.cs", SearchOption.AllDirectories).SelectMany(static file => Spoken().Matches(File.ReadAllText(file))))
            .Select(static m => m.Groups[1].Value)
            .Distinct()
            .Where(static s => !EnglishText.Sentences.ContainsKey(s));

        Assert.Empty(missing);
    }

    [Fact]
    public void Word_OfEveryOutcomeRoleAndMenu_HasEnglish()
    {
        var words = ConsoleWords.Outcomes.Select(ConsoleWords.Outcome)
            .Concat(Enum.GetValues<Policy.OfficerRole>().Select(ConsoleWords.Role))
            .Concat(Enum.GetValues<Policy.BetrokkeneRol>().Select(ConsoleWords.Rol))
            .Concat(Enum.GetValues<Policy.OfficerRole>().SelectMany(ConsoleMenu.For).SelectMany(static i => new[] { i.Title, i.Purpose }))
            .Concat(DossierText.Labels)
            .Concat(ConsoleWords.Labels.Values)
            .Concat(InzageScreen.Words)
            .Concat(Enum.GetValues<Policy.Initiative>().Select(MatrixWords.By))
            .Concat(Enum.GetValues<Policy.MatrixPart>().Select(MatrixWords.Part))
            .Concat(new[] { "full", "secondary", "not-read" }.Select(MatrixWords.Read))
            .Concat(WeekListTitles.All.SelectMany(static l => new[] { l.Title, l.Purpose }))
            .Concat(UnansweredLists.All.SelectMany(static u => new[] { u.Title, u.Reason }))
            .Concat(WeekItem.Outcomes.Select(static o => o.Words))
            .Concat(["L0", "L1", "L2"]);

        Assert.Empty(words.Where(static w => w.Length > 2).Except(EnglishText.Sentences.Keys));
    }

    [Fact]
    public void Sentence_OfALine_HasEnglishWithTheSameHoles()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(Console, "Weeks"), "*.cs", SearchOption.AllDirectories).SelectMany(static file => Line().Matches(File.ReadAllText(file))).Select(static m => m.Groups[1].Value).ToList();

        var wrong = lines.Where(static s => !EnglishText.Sentences.TryGetValue(s, out var english) || !Holes(s).SequenceEqual(Holes(english)));

        Assert.True(lines.Count > 20, $"{lines.Count}");
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Holes(string sentence) => Hole().Matches(sentence).Select(static m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    /// <summary>The sentence of a line of the Weekcontrole: Dutch, with a hole.</summary>
    [GeneratedRegex("""[^$]"([A-Z{][^"\\\n]*\{\d\}[^"\\\n]*[.])(?="[,);\n ])""")]
    private static partial Regex Line();

    [GeneratedRegex("""T(?:\[|\.With\()"((?:[^"\\]|\\.)*)"[\],)]""")]
    private static partial Regex Sentence();

    /// <summary>A whole sentence in a page model: what it says when a form is wrong, or what happened.</summary>
    [GeneratedRegex("""[^/"\n]"([A-Z{][^"\\\n]* [^"\\\n]*[.])"[^>\n]""")]
    private static partial Regex Spoken();
}
