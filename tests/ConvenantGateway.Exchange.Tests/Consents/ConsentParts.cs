namespace ConvenantGateway.Exchange.Tests.Consents;

/// <summary>Takes it away.</summary>
internal static class ConsentParts
{
    public static ConsentDetails Break(this ConsentPart part, ConsentDetails good) => part switch
    {
        ConsentPart.NoGiver => good with { Giver = " " },
        ConsentPart.NoCapacity => good with { Capacity = null },
        ConsentPart.UnknownCapacity => good with { Capacity = "buurvrouw" },
        ConsentPart.NotAlone => good with { SpokenAlone = null },
        ConsentPart.SuspectPresent => good with { SuspectPresent = true },
        ConsentPart.FamilyPresent => good with { FamilyPresent = true },
        ConsentPart.OtherRecipient => good with { Recipients = ["politie-noord"] },
        ConsentPart.NoRecipient => good with { Recipients = null },
        ConsentPart.OtherPurpose => good with { Purpose = "STATUS" },
        ConsentPart.NoCategory => good with { Categories = [] },
        ConsentPart.UnknownCategory => good with { Categories = ["D01", "D27"] },
        ConsentPart.Withdrawn => good with { Withdrawn = "2030-01-01" },
        ConsentPart.NoEnd => good with { Until = null },
        ConsentPart.EndsAsItBegins => good with { Given = "2009-06-01", Until = "2009-06-01" },
        ConsentPart.Ended => good with { Until = "2009-05-31" },
        ConsentPart.NotYet => good with { Given = "2009-06-02" },
        ConsentPart.NotADate => good with { Given = "mei 2009" },
        ConsentPart.NoForm => good with { Form = "gebaar" },
        ConsentPart.OralOfSpecial => good with { Form = "oral" },
        ConsentPart.NoInterpreter => good with { Language = "so" },
        ConsentPart.RepresentativeIsSuspect => good with { RepresentativeIsSuspect = true },
        ConsentPart.CurateleBySelf => good with { Incapacity = "curatele" },
        ConsentPart.MentorschapByCurator => good with { Incapacity = "mentorschap", Capacity = "curator" },
        ConsentPart.AdultByRepresentative => good with { Capacity = "legal-representative" },
        _ => good,
    };
}
