using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>
/// An own account: facts of violence as one person tells them (D08 and nothing else), in which others appear. What they tell stays theirs; without this the intersection with a suspect of whom nothing may be
/// said would empty every referral (domain.md 10.3, 11). Any other class, or a second label, is about everybody it names.
/// </summary>
internal static class OwnAccount
{
    private static readonly CategorySet Account = CategorySet.Of(8);

    /// <summary><c>Patient/id</c> of who tells; null if it is no own account, or names nobody else.</summary>
    public static string? TellerOf(BundleEntry entry, CategorySet classes, IReadOnlySet<string> persons, List<IntakeReference> references)
    {
        if (classes != Account || persons.Count < 2)
        {
            return null;
        }

        var subjects = references.Where(r => r.Expression == $"{entry.Type}.subject" || r.Expression == $"{entry.Type}.patient").Select(static r => r.Target).ToList();
        return subjects is [var subject] && PatientsOf.IsPatient(subject) ? subject : null;
    }
}
