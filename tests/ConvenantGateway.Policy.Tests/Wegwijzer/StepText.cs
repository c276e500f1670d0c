using System.Text;

namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reads one step of a few lines.</summary>
internal static class StepText
{
    public const string Path = "wegwijzer/stap.yaml";

    /// <summary>A choice with all it can have.</summary>
    public const string Choice = """
        id: C1
        kind: choice
        question: Welke?
        english: Which?
        help: Kijk goed.
        help-english: Look well.
        answers:
          - { answer: a, label: eerste, english: first, next: OUT-GO, text: true, grounds: [G-LEGIT, G-OLD] }
          - { answer: b, label: tweede, english: second, next: W2, advice: Vraag het., advice-english: Ask. }
        mark: derived
        sources:
          - { law: BWBR1, article: "2", text: 2009-01-01 }
          - { norm: afgeleid }

        """;

    public const string YesNo = """
        id: W1
        kind: yes-no
        question: Mag het?
        english: May it?
        answers:
          - { answer: ja, next: W2 }
          - { answer: nee, next: OUT-STOP }
        mark: derived
        sources:
          - { norm: afgeleid }

        """;

    public const string Fact = """
        id: F1
        kind: fact
        question: Wanneer?
        english: When?
        answers:
          - { answer: a, label: toen, english: then, when: { recipient: [POL, VO], purpose: [REFER], profiles: { from: NL-2013, until: NL-2015 }, given: ["W1=ja", "W2=nee"] }, next: W3 }
          - { answer: b, label: daarna, english: after, when: { profiles: { from: NL-2015 } }, next: W4 }
          - { answer: c, label: anders, english: other, next: W5 }
        mark: sourced
        sources:
          - { norm: afgeleid }

        """;

    /// <summary>The step of a text; what is wrong is in the errors.</summary>
    public static WegwijzerLine? Read(string text, PolicyErrorList errors) =>
        new WegwijzerStepReader(SmallGuide.Words, errors, static (line, required) => [.. line.Codes("grounds", SmallGuide.Words.Grounds.Keys, "ground", required).Select(static w => new Ground(w.Value))])
            .Read(YamlMap.Root(Path, Encoding.UTF8.GetBytes(text), errors)!);

    /// <summary>The step of a text in which nothing is wrong.</summary>
    public static WegwijzerLine Read(string text)
    {
        var errors = new PolicyErrorList();
        var line = Read(text, errors);
        Assert.Empty(errors.ToImmutable());
        return line!;
    }

    /// <summary>One thing changed gives this one error, at the place where this text stands.</summary>
    public static WegwijzerLine? AssertTold(string text, string old, string replacement, string code, string at)
    {
        var errors = new PolicyErrorList();
        var files = SmallGuide.Files.With(Path, text).With(Path, old, replacement);

        var line = Read(Encoding.UTF8.GetString(files.Files[Path].Span), errors);

        SmallGuide.AssertTold(errors, code, files, at);
        return line;
    }
}
