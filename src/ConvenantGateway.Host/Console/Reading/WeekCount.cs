namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What happened in a period, as one organisation may see it.</summary>
/// <param name="Exchanges">All exchanges, refusals included.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Absent">Answered with nothing available.</param>
/// <param name="Held">Held.</param>
internal sealed record WeekCount(int Exchanges, int Refused, int Absent, int Held)
{
    /// <summary>One more.</summary>
    public WeekCount With(string outcome) => new(
        Exchanges + 1, Refused + (outcome == "refused" ? 1 : 0), Absent + (outcome == "absent" ? 1 : 0), Held + (outcome == "held" ? 1 : 0));
}
