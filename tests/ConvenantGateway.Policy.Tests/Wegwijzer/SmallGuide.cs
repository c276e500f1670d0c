using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>A guide of four steps that is whole: each test changes one thing of it.</summary>
internal static class SmallGuide
{
    public const string PlanPath = "wegwijzer/klein.yaml";

    public const string Plan = """
        group: klein
        title: Klein
        english: Small
        kinds: [POL, AMK]
        start: F1
        steps:
          - id: F1
            kind: fact
            question: Is het doel verwijzen?
            english: Is the purpose to refer?
            answers:
              - { answer: verwijzen, label: wel, english: it is, when: { purpose: [REFER] }, next: W1 }
              - { answer: anders, label: niet, english: it is not, next: OUT-ADVICE }
            mark: sourced
            sources:
              - { law: BWBR1, article: "2", text: 2009-01-01 }
          - id: W1
            kind: yes-no
            question: Is het nodig?
            english: Is it needed?
            states: [necessity]
            answers:
              - { answer: ja, next: C1, text: true }
              - { answer: nee, next: OUT-STOP }
            mark: derived
            sources:
              - { norm: afgeleid }
          - id: C1
            kind: choice
            question: Welke weg?
            english: Which way?
            states: [proportionality, subsidiarity]
            answers:
              - { answer: a, label: eerste, english: first, next: OUT-GO, grounds: [G-LEGIT], text: true }
              - { answer: b, label: tweede, english: second, next: OUT-GO }
              - { answer: c, label: derde, english: third, next: F2 }
            mark: derived
            sources:
              - { norm: afgeleid }
          - id: F2
            kind: fact
            question: Was het nodig?
            english: Was it needed?
            answers:
              - { answer: wel, label: wel, english: it was, when: { given: ["W1=ja"] }, next: OUT-GO-CONSENT }
              - { answer: niet, label: niet, english: it was not, next: OUT-ESCALATE }
            mark: derived
            sources:
              - { norm: afgeleid }

        """;

    public const string Outcomes = """
        notice: let op
        notice-english: mind
        outcomes:
          - { code: OUT-ADVICE, title: advies, english: advice, advice: vraag, advice-english: ask, grounds: [] }
          - { code: OUT-STOP, title: stop, english: halt, advice: doe het niet, advice-english: do not, grounds: [] }
          - { code: OUT-ESCALATE, title: hoger, english: higher, advice: leg het voor, advice-english: put it to, grounds: [] }
          - { code: OUT-DIRECT, title: a, english: b, advice: c, advice-english: d, grounds: [G-DIRECT] }
          - { code: OUT-DUTY, title: a, english: b, advice: c, advice-english: d, grounds: [G-OWN] }
          - { code: OUT-GO, title: het mag, english: you may, advice: geef, advice-english: give, grounds: [G-LEGIT, G-WPG18] }
          - { code: OUT-GO-CONSENT, title: a, english: b, advice: c, advice-english: d, grounds: [G-CONSENT] }
          - { code: OUT-GO-MELDRECHT, title: a, english: b, advice: c, advice-english: d, grounds: [G-OLD] }
          - { code: OUT-CONFLICT, title: a, english: b, advice: c, advice-english: d, grounds: [G-DIRECT] }

        """;

    public static Vocabulary Words { get; } = TestRules.Words with
    {
        Laws = new[] { Law("BWBR1", "2"), Law("BWBR1", "21(3)"), Law("BWBR2", "21(4)") }.ToFrozenDictionary(static l => (l.Bwb, l.Article, l.Text)),
    };

    public static PolicyFiles Files { get; } = new(new[] { (PlanPath, Plan), (WegwijzerFiles.OutcomesPath, Outcomes) }
        .ToImmutableSortedDictionary(static f => f.Item1, static f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Item2), StringComparer.Ordinal));

    public static WegwijzerGuide Read(PolicyFiles files, PolicyErrorList errors) => new WegwijzerFiles(files, Words, errors).Read();

    public static WegwijzerGuide Read()
    {
        var errors = new PolicyErrorList();
        var guide = Read(Files, errors);
        Assert.Empty(errors.ToImmutable());
        return guide;
    }

    public static WegwijzerRun Start(string purpose = "REFER")
    {
        var guide = Read();
        return WegwijzerRun.Start(guide, guide.Plans["klein"], Walks.Case("POL", purpose, "2013-07-01"));
    }

    /// <summary>The plan is refused with this one error, at the place where this text stands.</summary>
    public static void AssertRefused(PolicyFiles files, string code, string at)
    {
        var errors = new PolicyErrorList();

        var guide = Read(files, errors);

        Assert.Empty(guide.Plans);
        AssertTold(errors, code, files, at);
    }

    /// <summary>This one error, at the place where this text stands.</summary>
    public static void AssertTold(PolicyErrorList errors, string code, PolicyFiles files, string at)
    {
        var error = Assert.Single(errors.ToImmutable());
        Assert.Equal(code, error.Code);
        Assert.StartsWith(at, Encoding.UTF8.GetString(files.Files[error.File].Span).Split('\n')[error.Line - 1][(error.Column - 1)..], StringComparison.Ordinal);
    }

    private static LawReference Law(string bwb, string article) => new(bwb, article, new DateOnly(2009, 1, 1), "full");
}
