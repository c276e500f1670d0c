using System.Collections.Frozen;
using System.Text;
using ConvenantGateway.Policy;
using CsCheck;

namespace ConvenantGateway.Exchange.Tests.Guard;

public sealed class OutgoingScanTests
{
    private const string Address = """ "address":[{"line":["Kerkstraat 15"],"postalCode":"1234 AB","city":"Noordstad"}] """;
    private const string Mobile = """ "telecom":[{"system":"phone","value":"06-12345678","use":"mobile"}] """;
    private const string Bsn = """ "identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"900151221"}] """;
    private const string Contact = """ "contact":[{"name":{"family":"van Dijk","given":["Maria"]},"gender":"female","relationship":[{"text":"buurvrouw"}]}] """;

    [Theory]
    [InlineData(Address, "zij is op Kerkstraat 15 gezien", 4)]
    [InlineData(Address, "KERKSTRAAT 15a", 4)]
    [InlineData(Address, "kerkstr. nr. 15", 4)]
    [InlineData(Address, "Kérk­straat15", 4)]
    [InlineData(Address, "adres: Kerkstraat%2015", 4)]
    [InlineData(Address, "woont in 1234ab", 4)]
    [InlineData(Address, "1234 A B", 4)]
    [InlineData(Address, "１２３４ＡＢ", 4)]
    [InlineData(Mobile, "bel 06 12 34 56 78", 4)]
    [InlineData(Mobile, "+31 6 12345678", 4)]
    [InlineData(Mobile, "0031 (0)6 1234 5678", 4)]
    [InlineData(Mobile, "0612345678.", 4)]
    [InlineData(Bsn, "bsn 900.151.221", 3)]
    [InlineData(Bsn, "nummer 900 151 221", 3)]
    [InlineData(Contact, "volgens MARIA", 21)]
    [InlineData(Contact, "mevrouw Van Dijk belde", 21)]
    [InlineData(Contact, "dijk-jansen", 21)]
    public void Hits_CutValueInAnotherSpelling_AreFound(string patient, string text, int category) =>
        Assert.Equal(CategorySet.Of(category), GuardRun.Told(patient, text));

    [Theory]
    [InlineData(Address, "zij is in de Kerkstraat gezien")]
    [InlineData(Address, "Kerkstraat 151")]
    [InlineData(Address, "Kerkstraat 1")]
    [InlineData(Address, "op 15 mei, in 1234 gevallen, te Noordstad")]
    [InlineData(Address, "Dorpskerkstraat 15")]
    [InlineData(Mobile, "06-12345679, en 12345678 keer")]
    [InlineData(Bsn, "900151222")]
    [InlineData(Contact, "haar buurvrouw, female, aan de dijken")]
    public void Hits_WhatOnlyLooksAlike_AreNone(string patient, string text) => Assert.True(GuardRun.Told(patient, text).IsEmpty);

    [Theory]
    [InlineData(Address, "Kerkstraat 15, 1234 AB")]
    [InlineData(Mobile, "06-12345678")]
    public void Hits_WhatIsReleasedAnyhow_AreNone(string patient, string text) =>
        Assert.True(GuardRun.Told(patient, text, GuardRun.Released | CategorySet.Of(4)).IsEmpty);

    [Fact]
    public void Hits_SharedHomeThatFlowsForAnother_IsNone()
    {
        TextForm[] home = [new(TextFormKind.Street, "KERKSTR15"), new(TextFormKind.Postcode, "1234AB")];
        Assert.True(GuardRun.Told(Address, "Kerkstraat 15, 1234AB", null, home).IsEmpty);
    }

    [Theory]
    [InlineData("06-12345678 (na 18:00)")]
    [InlineData("06-12345678 / 06-87654321")]
    [InlineData("thuis: 0612345678")]
    public void Hits_NumberWithARemark_IsTheNumber(string number) =>
        Assert.Equal(CategorySet.Of(4), GuardRun.Told($$""" "telecom":[{"system":"phone","use":"home","value":"{{number}}"}] """, "bel 06 1234 5678"));

    [Fact]
    public void Hits_BsnUnderItsOid_IsABsn() =>
        Assert.Equal(CategorySet.Of(3), GuardRun.Told(""" "identifier":[{"system":"urn:oid:2.16.840.1.113883.2.4.6.3","value":"012345672"}] """, "bsn 12345672"));

    /// <summary>Found by a reviewer: the child lives where the mother hides, and her hidden address went under the name of his home.</summary>
    [Fact]
    public void Hits_HiddenPlaceThatFlowsAsSomebodysHome_IsAHiddenPlace()
    {
        TextForm[] home = [new(TextFormKind.Street, "KERKSTR15"), new(TextFormKind.Postcode, "1234AB")];
        var input = Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient",{{Address}}}""");

        Assert.Equal(CategorySet.Of(5), GuardRun.Scan([new GuardInput("Patient", input, CategorySet.Of(5), GuardRun.Released | CategorySet.Of(4), [], [])], home).Hits(GuardRun.Observation("Kerkstraat 15, 1234AB")));
    }

    /// <summary>Found by a reviewer: an address that no line lets go was excused because the reader may have others.</summary>
    [Fact]
    public void Hits_AddressThatIsWithheld_IsNotExcusedByAReleasedOne()
    {
        var input = """{"resourceType":"Observation","contained":[{"resourceType":"Location","address":{"line":["Kerkstraat 15"],"postalCode":"1234 AB"}}]}"""u8.ToArray();

        Assert.Equal(CategorySet.Of(4), GuardRun.Scan([new GuardInput("Observation", input, CategorySet.Of(14), GuardRun.Released | CategorySet.Of(4) | CategorySet.Of(14), [], [])]).Hits(GuardRun.Observation("zus, Kerkstraat 15")));
    }

    [Theory]
    [InlineData("Aandachtsfunctionaris Huiselijk Geweld", "er is sprake van huiselijk geweld", false)]
    [InlineData("contactfunctionaris huiselijk geweld", "huiselijk geweld gemeld", false)]
    [InlineData("Psycholoog", "verwezen naar de psycholoog", false)]
    [InlineData("J. Verzonnen, SEH-arts", "volgens verzonnen", true)]
    [InlineData("j. verzonnen", "volgens Verzonnen", true)]
    [InlineData("dr. A. van Wijngaarden", "volgens Wijngaarden", true)]
    [InlineData("afdeling Spoedeisende Hulp", "gezien op de spoedeisende hulp", false)]
    [InlineData("J. Verzonnen, arts in opleiding", "een arts in opleiding", false)]
    [InlineData("dr. J. de Jong", "Er was een jong kind bij", false)]
    [InlineData("dr. J. de Jong", "Gezien door dr. de jong", true)]
    [InlineData("dr. J. de Jong", "volgens Jong", true)]
    [InlineData("dr. J. de Jong", "een jong kind, alles klein geschreven", true)]
    public void Hits_DisplayOfAPerformer_IsANameOnlyWhereItIsOne(string display, string text, bool isFound)
    {
        var input = Encoding.UTF8.GetBytes($$"""{"resourceType":"Observation","performer":[{"display":"{{display}}"}]}""");
        Assert.Equal(isFound, !GuardRun.Scan([new GuardInput("Observation", input, CategorySet.Of(14), GuardRun.Released, [], [])]).Hits(GuardRun.Observation(text)).IsEmpty);
    }

    /// <summary>A text of nothing but digits could be anything, and each reading of it costs: what cannot be looked at in bounded work does not leave.</summary>
    [Fact]
    public void Hits_NumbersWithoutEnd_AreNotLookedAtForEver()
    {
        var random = new Random(4);
        var digits = string.Join(' ', Enumerable.Range(0, 200_000).Select(_ => random.Next(10)));

        Assert.Equal(CategorySet.Of(5), GuardRun.Known(GuardRun.Released, GuardRun.Value(TextFormKind.Telephone, "0612345678", CategorySet.Of(4))).HitsIn(digits));
    }

    /// <summary>Found by a reviewer: who reported stood in a resource of her own, and her name in a note.</summary>
    [Theory]
    [InlineData("Practitioner", "", true)]
    [InlineData("RelatedPerson", """,{"reference":"RelatedPerson/r"}""", true)]
    [InlineData("RelatedPerson", "", false)]
    [InlineData("Patient", """,{"reference":"Patient/r"}""", false)]
    public void Hits_InformantInAResourceOfHerOwn_IsD21(string type, string reference, bool isFound)
    {
        var person = Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}","id":"r","name":[{"family":"Verzonnen"}],"telecom":[{"system":"phone","value":"06-12345678"}],"identifier":[{"system":"urn:x","value":"19012345678"}],"qualification":[{"issuer":{"display":"Registratiehouder"} }]}""");
        var statement = Encoding.UTF8.GetBytes($$"""{"resourceType":"Observation","id":"o","performer":[{"reference":"Practitioner/other"}{{reference}}]}""");
        var scan = GuardRun.Scan([new GuardInput(type, person, default, CategorySet.All - CategorySet.Of(21), [], []), new GuardInput("Observation", statement, CategorySet.Of(14), GuardRun.Released, [], [])]);

        foreach (var text in (string[])["volgens mw. Verzonnen", "bel 0612345678", "UZI 19012345678"])
        {
            Assert.Equal(isFound ? CategorySet.Of(21) : default, scan.Hits(GuardRun.Observation(text)) & CategorySet.Of(21));
        }

        Assert.True(scan.Hits(GuardRun.Observation("gemeld bij de registratiehouder")).IsEmpty);
    }

    [Theory]
    [InlineData("""{"resourceType":"Practitioner","id":"c","name":[{"family":"Verzonnen"}]}""", "x", "", true)]
    [InlineData("""{"resourceType":"Patient","id":"c","name":[{"family":"Verzonnen"}]}""", "o#c", "", true)]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"Verzonnen"}]}""", "o#0", "", true)]
    [InlineData("""{"resourceType":"Patient","id":"c","name":[{"family":"Verzonnen"}]}""", "other#c", "", false)]
    [InlineData("""{"resourceType":"RelatedPerson","id":"c","name":[{"family":"Verzonnen"}]}""", "x", "#c", true)]
    [InlineData("""{"resourceType":"RelatedPerson","id":"c","name":[{"family":"Verzonnen"}]}""", "x", "#d", false)]
    public void Hits_InformantWhoIsContained_IsD21(string contained, string reporter, string reference, bool isFound)
    {
        var input = Encoding.UTF8.GetBytes($$"""{"resourceType":"Observation","id":"o","contained":[{{contained}}],"performer":[{"reference":"{{reference}}"}]}""");

        Assert.Equal(isFound, !GuardRun.Scan([new GuardInput("Observation", input, CategorySet.Of(14), GuardRun.Released, [], [reporter])]).Hits(GuardRun.Observation("volgens Verzonnen")).IsEmpty);
    }

    /// <summary>Found by a reviewer: intake knows shelters' hashes in addresses only.</summary>
    [Theory]
    [InlineData("ga naar 9700 ab", 5)]
    [InlineData("bel 050 555 0142 na zessen", 5)]
    [InlineData("Beukenlaan 7 in 9711-XY", 5)]
    [InlineData("Beukenlaan 8 in 9711-XY", 0)]
    [InlineData("９７００ＡＢ", 5)]
    [InlineData("9701 ab, 050 555 0143", 0)]
    [InlineData("bel 050 555 0199", 0)]
    public void Hits_HashOfAShelterInAText_IsAHiddenPlace(string text, int category)
    {
        var hashes = ((string[])["9700AB", "0505550142", "9711XY|7", "0505550199"]).Select(GuardRun.Handles.AddressHash).ToFrozenSet(StringComparer.Ordinal);
        var scan = new OutgoingScan([], [.. ValueForms.Telephone("050-5550199")], new KnownDigests(GuardRun.Handles, []), new ShelterPlaces(GuardRun.Handles, hashes));

        Assert.Equal(category == 0 ? default : CategorySet.Of(category), scan.Hits(GuardRun.Observation(text), GuardRun.Released));
        Assert.True(scan.Hits(GuardRun.Observation(text), CategorySet.Of(5)).IsEmpty);
    }

    /// <summary>Who puts hundreds of postcodes in one message is looking for one of them; the answer is the same whether it is there or not.</summary>
    [Theory]
    [InlineData(150, 0)]
    [InlineData(400, 5)]
    public void Hits_ManyAddressesInOneMessage_AreNotCompared(int count, int category)
    {
        var text = string.Join(", ", Enumerable.Range(1000, count).Select(static n => $"{n} QX"));

        Assert.Equal(category == 0 ? default : CategorySet.Of(category), GuardRun.Known(GuardRun.Released, GuardRun.Value(TextFormKind.Postcode, "9700AB", CategorySet.Of(4))).HitsIn(text));
    }

    /// <summary>A moment is digits without end, and no number of anybody.</summary>
    [Fact]
    public void Hits_Moment_IsNoNumber()
    {
        var known = GuardRun.Known(GuardRun.Released, GuardRun.Value(TextFormKind.Telephone, "0900000100", CategorySet.Of(4)), GuardRun.Value(TextFormKind.Bsn, "020090304", CategorySet.Of(3)));

        Assert.True(known.Hits("""{"resourceType":"Observation","issued":"2009-03-04T09:00:00+01:00","effectiveDateTime":"2009-03-04"}"""u8.ToArray()).IsEmpty);
        Assert.Equal(CategorySet.Of(3), known.Hits("""{"resourceType":"Observation","valueString":"bsn 2009-03-04."}"""u8.ToArray()));
    }

    [Fact]
    public void Hits_NumberInANumberElement_IsFound() => Assert.Equal(
        CategorySet.Of(4),
        GuardRun.Scan([new GuardInput("Patient", Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient",{{Mobile}}}"""), default, default, [], [])])
            .Hits("""{"resourceType":"Observation","valueInteger":612345678}"""u8.ToArray()));

    [Fact]
    public void Hits_OddPropertyName_IsRead() => Assert.Equal(
        CategorySet.Of(4),
        GuardRun.Scan([new GuardInput("Patient", Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient",{{Mobile}}}"""), default, default, [], [])])
            .Hits("""{"resourceType":"Observation","x-06-12345678":true}"""u8.ToArray()));

    [Fact]
    public void Hits_TypedElementThatTheFilterShouldHaveCut_IsFound()
    {
        var input = Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient",{{Address}}}""");
        var lawful = new List<TextForm>();
        Assert.Equal(CategorySet.Of(4), GuardRun.Scan([new GuardInput("Patient", input, default, GuardRun.Released, [], [])], [.. lawful]).Hits(input));
    }

    [Fact]
    public void Hits_NameOfAReporter_IsD21()
    {
        var melder = new GuardInput("Patient", """{"resourceType":"Patient","name":[{"family":"Verzonnen","given":["Bep"]}]}"""u8.ToArray(), default, default, [], [""]);
        Assert.Equal(CategorySet.Of(21), GuardRun.Scan([melder]).Hits(GuardRun.Observation("gezien door mw. Verzonnen")));
    }

    [Fact]
    public void Hits_FreeTextThatWasCutForAStay_IsHiddenEverywhere()
    {
        var note = new GuardInput(
            "Observation", GuardRun.Observation("verblijft nu aan de Lindestraat 12"), CategorySet.Of(14), default, [new IntakeFinding("Observation.valueString", CategorySet.Of(5))], []);
        Assert.Equal(CategorySet.Of(5), GuardRun.Scan([note]).Hits(GuardRun.Observation("ga naar Lindestraat 12")));
    }

    [Theory]
    [InlineData("postcode 9700 ab", 4)]
    [InlineData("bel 050 5550142", 5)]
    [InlineData("postcode 9701 AB", 0)]
    public void Hits_DigestOfAnEarlierMessage_AreFound(string text, int category)
    {
        var scan = GuardRun.Known(
            GuardRun.Released, GuardRun.Value(TextFormKind.Postcode, "9700AB", CategorySet.Of(4)), GuardRun.Value(TextFormKind.Telephone, "0505550142", CategorySet.Of(4) | CategorySet.Of(5)));
        Assert.Equal(category == 0 ? default : CategorySet.Of(category), scan.Hits(GuardRun.Observation(text)));
    }

    [Fact]
    public void Hits_DigestThatIsReleased_AreNone()
    {
        var scan = GuardRun.Known(
            GuardRun.Released | CategorySet.Of(4),
            GuardRun.Value(TextFormKind.Postcode, "9700AB", CategorySet.Of(4) | CategorySet.Of(5), isReleased: true), GuardRun.Value(TextFormKind.Telephone, "0612345678", CategorySet.Of(2) | CategorySet.Of(4)));
        Assert.True(scan.Hits(GuardRun.Observation("9700 AB, 06-12345678")).IsEmpty);
    }

    [Fact]
    public void Hits_AnyCutValueInAnySpelling_AreFound() => Gen.Select(Value, Gen.Int[0, 4], Gen.String[Gen.Char["abc ,.:é"], 0, 20]).Sample((value, spelling, noise) =>
        !GuardRun.Told(value.Element, $"{noise} {value.Spell(spelling)} {noise}").IsEmpty);

    private static Gen<(string Element, Func<int, string> Spell)> Value => Gen.OneOf(
        Gen.Int[10_000_000, 99_999_999].Select(static n => (
            $$""" "telecom":[{"system":"phone","value":"06-{{n}}","use":"mobile"}] """,
            (Func<int, string>)(s => Spelled(s, $"06{n}", $"06-{n}", $"+31 6 {n}", $"0031 (0)6 {$"{n}"[..4]} {$"{n}"[4..]}", $"06 {$"{n}"[..2]} {$"{n}"[2..4]} {$"{n}"[4..6]} {$"{n}"[6..]}")))),
        Gen.Select(Gen.Int[1000, 9999], Gen.String[Gen.Char['A', 'Z'], 2, 2]).Select(static p => (
            $$""" "address":[{"postalCode":"{{p.Item1}} {{p.Item2}}"}] """,
            (Func<int, string>)(s => Spelled(s, $"{p.Item1}{p.Item2}", $"{p.Item1} {p.Item2}", $"{p.Item1}{p.Item2.ToLowerInvariant()}", $"{p.Item1}-{p.Item2}", $"{p.Item1}  {p.Item2.ToLowerInvariant()}")))),
        Gen.Int[100_000_000, 999_999_999].Select(static n => (
            $$""" "identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"{{n}}"}] """,
            (Func<int, string>)(s => Spelled(s, $"{n}", $"{$"{n}"[..3]}.{$"{n}"[3..6]}.{$"{n}"[6..]}", $"{$"{n}"[..3]} {$"{n}"[3..6]} {$"{n}"[6..]}", $"{$"{n}"[..4]}-{$"{n}"[4..]}", $"({n})")))),
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 3, 12], Gen.Int[1, 999]).Select(static p => (
            $$""" "address":[{"line":["{{p.Item1}}straat {{p.Item2}}"]}] """,
            (Func<int, string>)(s => Spelled(s, $"{p.Item1}straat {p.Item2}", $"{p.Item1}str. {p.Item2}", $"{p.Item1.ToUpperInvariant()}STRAAT{p.Item2}", $"{p.Item1}straat nr {p.Item2}a", $"{p.Item1}straat, {p.Item2}")))));

    private static string Spelled(int index, params string[] spellings) => spellings[index];
}
