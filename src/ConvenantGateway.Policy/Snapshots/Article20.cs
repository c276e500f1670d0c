namespace ConvenantGateway.Policy;

/// <summary>Finds the article 20 decision behind the evidence <c>article20-decision</c>. Pure.</summary>
public static class Article20
{
    /// <summary>The decision of the covenant that lets <paramref name="from"/> provide to <paramref name="to"/> for this purpose at this date; null if there is none.</summary>
    /// <remarks>
    /// The competent authority must have agreed on or before the date (Wpg 20(1)). What flows is capped by <see cref="Article20Decision.Categories"/>: the caller
    /// intersects, since a decision lists the police data that may flow whatever the rule allows.
    /// </remarks>
    public static Article20Decision? Find(CovenantTerms covenant, PartnerId from, PartnerId to, Purpose purpose, DateOnly lawDate)
    {
        foreach (var decision in covenant.Decisions)
        {
            if (decision.From == from && decision.Recipients.Contains(to) && decision.Purposes.Contains(purpose)
                && lawDate >= decision.ValidFrom && lawDate <= decision.ValidUntil && decision.AgreementDate <= lawDate)
            {
                return decision;
            }
        }

        return null;
    }

    /// <summary>What may be passed on of police data: the categories that one decision lists for both sender and receiver (Wpg 7(2)); nothing without such a decision.</summary>
    public static CategorySet ListedOnward(CovenantTerms covenant, PartnerId from, PartnerId to, DateOnly lawDate)
    {
        var listed = default(CategorySet);
        foreach (var decision in covenant.Decisions)
        {
            if (decision.Recipients.Contains(from) && decision.Recipients.Contains(to)
                && lawDate >= decision.ValidFrom && lawDate <= decision.ValidUntil && decision.AgreementDate <= lawDate)
            {
                listed |= decision.Categories;
            }
        }

        return listed;
    }
}
