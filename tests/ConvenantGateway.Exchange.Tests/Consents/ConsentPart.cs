namespace ConvenantGateway.Exchange.Tests.Consents;

/// <summary>One thing that makes a good consent a bad one.</summary>
public enum ConsentPart
{
    Nobody, NoGiver, NoCapacity, UnknownCapacity, NotAlone, SuspectPresent, FamilyPresent, OtherRecipient, NoRecipient, OtherPurpose, NoCategory, UnknownCategory, Withdrawn, NoEnd, EndsAsItBegins, Ended,
    NotYet, NotADate, NoForm, OralOfSpecial, NoInterpreter, RepresentativeIsSuspect, CurateleBySelf, MentorschapByCurator, AdultByRepresentative,
}
