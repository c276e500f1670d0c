namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Each criterion of the conflict of duties is asked in one form, and the conflict takes all six, on every way.</summary>
public sealed class ConflictShapeTests
{
    private const string First = "K1";

    [Fact]
    public void Read_SixCriteria_AreAPlan()
    {
        var errors = new PolicyErrorList();

        var guide = SmallGuide.Read(Six(), errors);

        Assert.Empty(errors.ToImmutable());
        Assert.Equal([1, 2, 3, 4, 5, 6], guide.Plans["klein"].Steps.Select(static s => s.Criterion));
    }

    [Theory]
    [InlineData("next: K4, text: true", "next: K4")]
    [InlineData("label: K3 niet, english: it is not, next: OUT-STOP, text: true", "label: K3 niet, english: it is not, next: OUT-STOP")]
    [InlineData("label: K3 niet, english: it is not, next: OUT-STOP", "label: K3 niet, english: it is not, next: OUT-ADVICE")]
    [InlineData("id: K3\n    kind: yes-no", "id: K3\n    kind: choice")]
    public void Read_CriterionOfAnotherForm_IsRefusedAtItsId(string old, string replacement) =>
        SmallGuide.AssertRefused(Six().With(SmallGuide.PlanPath, old, replacement), PolicyErrorCodes.WegwijzerConflict, "id: K3");

    [Theory]
    [InlineData("    criterion: 2\n", "    criterion: 1\n")]
    [InlineData("    criterion: 2\n", "")]
    [InlineData("    criterion: 6\n", "")]
    public void Read_ConflictWithoutOneCriterion_IsRefusedAtTheConflict(string old, string replacement) =>
        SmallGuide.AssertRefused(Six().With(SmallGuide.PlanPath, old, replacement), PolicyErrorCodes.WegwijzerConflict, "OUT-CONFLICT");

    [Theory]
    [InlineData("K1", "K2")]
    [InlineData("K2", "K1")]
    public void Read_OneWayPastACriterion_IsRefused(string one, string other) =>
        SmallGuide.AssertRefused(Six("K0", Choice("K0", one, other)), PolicyErrorCodes.WegwijzerConflict, "OUT-CONFLICT");

    [Fact]
    public void Read_TwoAnswersToAnUnearnedConflict_AreToldOnceForTheirStep() =>
        SmallGuide.AssertRefused(Files("K0", Choice("K0", "OUT-CONFLICT", "OUT-CONFLICT")), PolicyErrorCodes.WegwijzerConflict, "OUT-CONFLICT, text: false");

    [Fact]
    public void Read_StepAfterTheSixth_KeepsThemAll()
    {
        var errors = new PolicyErrorList();

        var guide = SmallGuide.Read(Six(First, Choice("K7", "OUT-CONFLICT", "OUT-STOP")).With(SmallGuide.PlanPath, "label: K6 wel, english: it is, next: OUT-CONFLICT", "label: K6 wel, english: it is, next: K7"), errors);

        Assert.Empty(errors.ToImmutable());
        Assert.Single(guide.Plans);
    }

    private static PolicyFiles Six(string start = First, string more = "") =>
        Files(start, string.Concat(Enumerable.Range(1, 6).Select(static i => Criterion(i, i == 6 ? "OUT-CONFLICT" : $"K{i + 1}"))) + more);

    private static PolicyFiles Files(string start, string steps) =>
        SmallGuide.Files.With(SmallGuide.PlanPath, $"group: klein\ntitle: Klein\nenglish: Small\nkinds: [POL]\nstart: {start}\nsteps:\n{steps}");

    private static string Criterion(int n, string next) => $$"""
          - id: K{{n}}
            kind: yes-no
            question: Is het zo?
            english: Is it so?
            criterion: {{n}}
            answers:
              - { answer: ja, label: K{{n}} wel, english: it is, next: {{next}}, text: true }
              - { answer: nee, label: K{{n}} niet, english: it is not, next: OUT-STOP, text: true }
            mark: derived
            sources:
              - { norm: afgeleid }

        """;

    private static string Choice(string id, string one, string other) => $$"""
          - id: {{id}}
            kind: choice
            question: Welke?
            english: Which?
            answers:
              - { answer: ja, label: eerste, english: first, next: {{one}}, text: false }
              - { answer: b, label: tweede, english: second, next: {{other}} }
            mark: derived
            sources:
              - { norm: afgeleid }

        """;
}
