namespace ConvenantGateway.Development.Stories;

/// <summary>
/// Prints the stories for a reader who has not seen the code: what was sent, what arrived, what was not provided and why. Counts what was not as the story says. Not thread safe.
/// </summary>
internal sealed class StoryReport(TextWriter output)
{
    private const int Width = 110;

    private readonly List<string> _mismatches = [];

    /// <summary>How many expectations were checked.</summary>
    public int Checked { get; private set; }

    /// <summary>What was not as the story says.</summary>
    public IReadOnlyList<string> Mismatches => _mismatches;

    /// <summary>A chapter.</summary>
    public void Chapter(string title, string text)
    {
        output.WriteLine();
        output.WriteLine(title);
        output.WriteLine(new string('=', title.Length));
        Wrap("", text);
    }

    /// <summary>One request.</summary>
    public void Request(string title)
    {
        output.WriteLine();
        Wrap("→ ", title);
    }

    /// <summary>A line that explains.</summary>
    public void Say(string text) => Wrap("  ", text);

    /// <summary>What arrived about one person.</summary>
    public void Arrived(string person, IEnumerable<string> what)
    {
        if (string.Join("; ", what) is { Length: > 0 } text)
        {
            Wrap($"  komt aan      {person}: ", text);
        }
    }

    /// <summary>What was not provided about one person, with the reason that the gateway gave.</summary>
    public void Withheld(string person, string what, string reason) => Wrap($"  Niet verstrekt {person}: ", $"{what}. {reason}");

    /// <summary>The answer's receipt.</summary>
    public void Receipt(PartnerAnswer answer)
    {
        Wrap("  ontvangstbewijs ", answer.Receipt.Length > 0 ? answer.Receipt : "ontbreekt");
        Expect(answer.Receipt.Length > 0, "elk antwoord draagt een ontvangstbewijs (`Convenant-Receipt`)");
        Expect(answer.HasTrueDigest, "`Content-Digest` is de digest van precies de ontvangen bytes");
    }

    /// <summary>A refusal or hold with its words.</summary>
    public void Refused(PartnerAnswer answer)
    {
        var texts = answer.Texts();
        Wrap($"  antwoord {answer.Status}: ", texts.Count > 0 ? string.Join(" · ", texts) : "(geen tekst)");
        Receipt(answer);
    }

    /// <summary>Checks one expectation of the story; prints only what is not so.</summary>
    public bool Expect(bool isSo, string expectation)
    {
        Checked++;
        if (!isSo)
        {
            _mismatches.Add(expectation);
            Wrap("  NIET ZOALS HET VERHAAL: ", expectation);
        }

        return isSo;
    }

    private void Wrap(string lead, string text)
    {
        var indent = new string(' ', Math.Min(lead.Length, 18));
        var line = new System.Text.StringBuilder(lead);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length > Width && line.Length > lead.Length)
            {
                output.WriteLine(line.ToString().TrimEnd());
                line.Clear().Append(indent);
            }

            line.Append(word).Append(' ');
        }

        output.WriteLine(line.ToString().TrimEnd());
    }
}
