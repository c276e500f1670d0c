namespace ConvenantGateway.Policy;

/// <summary>
/// What article 20 decisions let flow in effect. The first decision that fits caps a message: taking a narrow one away, or putting a wide one before it, lets more flow though each decision
/// stands in the older set too.
/// </summary>
internal static class Article20Reach
{
    public static IEnumerable<PolicyChange> Widenings(CovenantTerms old, CovenantTerms now)
    {
        var decisions = old.Decisions.Concat(now.Decisions).ToList();
        var dates = decisions.SelectMany(static d => new[] { d.ValidFrom, d.AgreementDate }.Concat(d.ValidUntil < DateOnly.MaxValue ? [d.ValidUntil.AddDays(1)] : [])).Distinct().Order().ToList();
        foreach (var (from, to, purpose) in decisions.SelectMany(static d => d.Recipients.SelectMany(r => d.Purposes.Select(p => (d.From, To: r, Purpose: p)))).Distinct())
        {
            var wider = dates.Select(date => (Date: date, More: Of(now, from, to, purpose, date) - Of(old, from, to, purpose, date))).FirstOrDefault(static x => !x.More.IsEmpty);
            if (!wider.More.IsEmpty)
            {
                yield return new PolicyChange("article 20 decisions, in effect", wider.More.ToString(), $"from {from} to {to}, purpose {purpose}, date {wider.Date:yyyy-MM-dd}");
            }
        }
    }

    private static CategorySet Of(CovenantTerms terms, PartnerId from, PartnerId to, Purpose purpose, DateOnly date) => Article20.Find(terms, from, to, purpose, date)?.Categories ?? default;
}
