using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Consents;

/// <summary>When a consent is one (Wbp 1(i), 5, 8(a), 23(1)(a); Wmo 21h; 7:450, 7:465 BW). The defaults are those of a good consent of an adult; each test takes one thing away.</summary>
public sealed class ConsentCheckTests
{
    private static readonly DateOnly Today = new(2009, 6, 1);

    [Fact]
    public void Check_ConsentOfAnAdult_Counts() => Assert.Equal("D01 D14", Check(Good()).Categories.ToString());

    public static TheoryData<string, ConsentPart> Broken => new()
    {
        { "giver", ConsentPart.NoGiver }, { "capacity", ConsentPart.NoCapacity }, { "capacity", ConsentPart.UnknownCapacity }, { "spokenAlone", ConsentPart.NotAlone },
        { "suspectPresent", ConsentPart.SuspectPresent }, { "familyPresent", ConsentPart.FamilyPresent }, { "recipients", ConsentPart.OtherRecipient }, { "recipients", ConsentPart.NoRecipient },
        { "purpose", ConsentPart.OtherPurpose }, { "categorie", ConsentPart.NoCategory }, { "categorie", ConsentPart.UnknownCategory }, { "ingetrokken", ConsentPart.Withdrawn },
        { "until", ConsentPart.NoEnd }, { "until", ConsentPart.EndsAsItBegins }, { "until", ConsentPart.Ended }, { "given", ConsentPart.NotYet }, { "given", ConsentPart.NotADate },
        { "vorm", ConsentPart.NoForm }, { "explicit", ConsentPart.OralOfSpecial }, { "tolk", ConsentPart.NoInterpreter }, { "pleger", ConsentPart.RepresentativeIsSuspect },
        { "curator", ConsentPart.CurateleBySelf }, { "mentor", ConsentPart.MentorschapByCurator }, { "zelf", ConsentPart.AdultByRepresentative }, { "niemand", ConsentPart.Nobody },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_OneThingTakenAway_IsNamedAndDoesNotCount(string names, ConsentPart part)
    {
        var (consent, hasPerson) = (part.Break(Good()), part != ConsentPart.Nobody);
        var missing = new List<string>();
        ConsentCheck.Check(consent, hasPerson ? Person(1980) : null, Question(), missing);
        Assert.Contains(missing, m => m.Contains(names, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("nl", null)]
    [InlineData("nl-NL", null)]
    [InlineData("so", true)]
    public void Check_LanguageWithWhatItNeeds_Counts(string? language, bool? interpreter) =>
        Assert.Empty(Check(Good() with { Language = language, IndependentInterpreter = interpreter }).Missing);

    [Fact]
    public void Check_OralOfOrdinaryData_Counts() => Assert.Empty(Check(Good() with { Form = "oral", Categories = ["D01", "D06"] }).Missing);

    [Fact]
    public void Check_OralAndExplicitOfSpecialData_Counts()
    {
        var inSoManyWords = true;
        Assert.Empty(Check(Good() with { Form = "oral", Explicit = inSoManyWords }).Missing);
    }

    [Theory]
    [InlineData("curatele", "curator")]
    [InlineData("mentorschap", "mentor")]
    [InlineData(null, "mentor")]
    public void Check_AdultUnderCurateleOrMentorschap_IsRepresented(string? incapacity, string capacity) =>
        Assert.Empty(Check(Good() with { Incapacity = incapacity, Capacity = capacity }).Missing);

    /// <summary>Age on 2009-06-01, who gave it, whether the minor agreed, whether he is capable; sender and receiver regimes; whether it counts.</summary>
    [Theory]
    [InlineData(11, "self", null, null, "Wbp", false)]
    [InlineData(11, "legal-representative", null, null, "Wbp", true)]
    [InlineData(11, "self", null, true, "Wmo", false)]
    [InlineData(11, "legal-representative", null, null, "Wmo", true)]
    [InlineData(11, "legal-representative", null, null, "Wgbo", true)]
    [InlineData(12, "self", null, true, "Wbp", false)]
    [InlineData(12, "legal-representative", null, null, "Wbp", true)]
    [InlineData(12, "self", null, true, "Wmo", true)]
    [InlineData(12, "self", null, null, "Wmo", false)]
    [InlineData(12, "legal-representative", null, null, "Wmo", false)]
    [InlineData(12, "legal-representative", null, null, "Wgbo", false)]
    [InlineData(12, "legal-representative", true, null, "Wgbo", true)]
    [InlineData(12, "self", null, true, "Wgbo", false)]
    [InlineData(15, "self", null, true, "Wmo, Wbp", false)]
    [InlineData(15, "legal-representative", null, null, "Wmo, Wbp", false)]
    [InlineData(15, "legal-representative", true, null, "Wmo, Wbp", true)]
    [InlineData(15, "legal-representative", true, null, "Wmo, Wgbo", true)]
    [InlineData(15, "legal-representative", null, null, "Wbp", true)]
    [InlineData(16, "self", null, null, "Wbp", true)]
    [InlineData(16, "legal-representative", null, null, "Wbp", false)]
    [InlineData(16, "self", null, null, "Wgbo", true)]
    [InlineData(11, "mentor", null, null, "Wbp", false)]
    public void Check_Minor_IsJudgedByTheStricterLaw(int age, string capacity, bool? agrees, bool? capable, string regimes, bool counts)
    {
        var person = new ConsentPerson(new PersonHandle(new string('a', 64)), Today.AddYears(-age).AddDays(-30));
        var missing = new List<string>();
        ConsentCheck.Check(Good() with { Capacity = capacity, MinorAgrees = agrees, Capable = capable }, person, Question(Enum.Parse<ConsentRegimes>(regimes)), missing);
        Assert.Equal(counts, missing.Count == 0);
    }

    [Fact]
    public void Check_RepresentativeOfWhoTurnedSixteenSince_NoLongerCountsAlone()
    {
        var person = new ConsentPerson(new PersonHandle(new string('a', 64)), Today.AddYears(-16));
        var missing = new List<string>();
        ConsentCheck.Check(Good() with { Capacity = "legal-representative" }, person, Question(), missing);
        Assert.NotEmpty(missing);
    }

    [Theory]
    [InlineData("ASHG", "VO", "2009-06-01", "Wbp")]
    [InlineData("ASHG", "VO", "2013-07-01", "Wmo, Wbp")]
    [InlineData("VT", "VT", "2025-03-01", "Wmo")]
    [InlineData("ZH", "ASHG", "2009-06-01", "Wgbo, Wbp")]
    [InlineData("HA", "ZH", "2009-06-01", "Wgbo")]
    public void RegimesOf_TwoSides_AreThoseOfBoth(string sender, string receiver, string date, string regimes) =>
        Assert.Equal(Enum.Parse<ConsentRegimes>(regimes), ConsentAges.RegimesOf(new PartyKind(sender), new PartyKind(receiver), DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1996-06-01", "2009-06-01", 13)]
    [InlineData("1996-06-02", "2009-06-01", 12)]
    [InlineData("1996-02-29", "2009-02-28", 13)]
    [InlineData("1996-02-29", "2009-02-27", 12)]
    public void Age_AroundABirthday_IsInWholeYears(string birth, string date, int age) =>
        Assert.Equal(age, ConsentAges.Age(ConsentCheck.Date(birth)!.Value, ConsentCheck.Date(date)!.Value));

    private static ConsentDetails Good() => new()
    {
        Giver = "betrokkene", Capacity = "self", SpokenAlone = true, Recipients = ["vrouwenopvang-noord"], Categories = ["D01", "D14"], Purpose = "REFER",
        Given = "2009-05-20", Until = "2009-07-01", Form = "written",
    };

    private static ConsentPerson Person(int year) => new(new PersonHandle(new string('a', 64)), new DateOnly(year, 1, 1));

    private static ConsentQuestion Question(ConsentRegimes regimes = ConsentRegimes.Wbp) =>
        new(PartnerId.Parse("ashg-noord"), PartnerId.Parse("vrouwenopvang-noord"), new Purpose("REFER"), Today, [], regimes);

    private static (CategorySet Categories, List<string> Missing) Check(ConsentDetails consent)
    {
        var missing = new List<string>();
        var categories = ConsentCheck.Check(consent, Person(1980), Question(), missing);
        return (categories, missing);
    }
}
