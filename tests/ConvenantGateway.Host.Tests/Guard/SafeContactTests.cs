using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Guard;

/// <summary>The guard and the findings over the real pipeline. The shelter of the development world is at Beukenlaan 5, 9700 AB, 050-5550142.</summary>
[Collection(GatewayCollection.Name)]
public sealed class SafeContactTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Push_ShelterAddressBesideHome_CutsThatItemOnlyAndCounts()
    {
        var (status, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About(
            "Tweeadressen", "1982-01-01", "client", "kneuzing", SafeMessages.At(SafeMessages.Address("Wegwijk 3", "9711 AA"), SafeMessages.Address("Beukenlaan 5", "9700AB"), SafeMessages.Address("Beukenlaan 5", "9700 ab"))));
        Assert.Equal((200, "201", "201"), (status, answer.Entry(0), answer.Entry(1)));
        var patient = await SafeCaller.ArrivedAsync(gateway, answer, 0);
        Assert.Contains("Wegwijk 3", patient, StringComparison.Ordinal);
        Assert.DoesNotContain("Beukenlaan", patient, StringComparison.Ordinal);
        var issue = answer["entry"]![0]!["response"]!["outcome"]!["issue"]!.AsArray().Single(static i => i!["expression"]![0]!.GetValue<string>() == "Patient.address")!;
        Assert.Equal("Niet verstrekt (2 keer): een schuiladres gaat nooit over het koppelvlak", issue["details"]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("Beukenlaan", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("050-5551111", true)]
    [InlineData("06-55511110", false)]
    public async Task Push_SafeNumberWithAnAreaCode_IsCutAndTheSenderToldToGiveAMobile(string number, bool isCut)
    {
        var (_, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Vast", isCut ? "1982-01-02" : "1982-01-03", "slachtoffer", "kneuzing", SafeMessages.Number(number, "temp")));
        Assert.NotEqual(isCut, (await SafeCaller.ArrivedAsync(gateway, answer, 0)).Contains(number, StringComparison.Ordinal));
        Assert.Equal(isCut, answer.ToJsonString().Contains("geef een mobiel nummer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Push_TextThatRepeatsACutAddress_IsWithheldAndTheRestArrives()
    {
        var bundle = SafeMessages.About("Herhaald", "2001-01-01", "kind", "woont op kerkplein 7a", SafeMessages.At(SafeMessages.Address("Kerkplein 7", "9712 CC")));
        var other = Messages.Bundle((SafeMessages.Fact("gebroken pols"), "urn:uuid:0198f2a0-0000-4000-8000-000000000064"))["entry"]![0]!.DeepClone();
        bundle["entry"]!.AsArray().Add(other);
        var (status, answer) = await SafeCaller.TreatAsync(gateway, bundle);
        Assert.Equal((200, "201", "204", "201"), (status, answer.Entry(0), answer.Entry(1), answer.Entry(2)));
        Assert.DoesNotContain("erkplein", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_TextThatRepeatsAReleasedAddress_Arrives()
    {
        var (status, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About(
            "Mag", "1982-01-04", "client", "gevallen voor Kerkplein 9", SafeMessages.At(SafeMessages.Address("Kerkplein 9", "9712 CD"))));
        Assert.Equal((200, "201", "201"), (status, answer.Entry(0), answer.Entry(1)));
    }

    [Theory]
    [InlineData("gezien door mw. Van Ginneken", true)]
    [InlineData("gezien door een arts", false)]
    public async Task Push_TextThatNamesWhoReported_IsRefusedAndSaysWhomToPhone(string text, bool isStopped)
    {
        var family = isStopped ? "Gestopt" : "Door";
        var (status, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About(family, "1982-01-05", "client", text, static patient =>
            patient["contact"] = new JsonArray(new JsonObject { ["name"] = new JsonObject { ["family"] = "van Ginneken" } })));
        Assert.Equal(isStopped ? 422 : 200, status);
        if (isStopped)
        {
            Assert.Contains("CG-FILTER-101", answer.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("112", answer.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Ginneken", answer.ToJsonString(), StringComparison.Ordinal);
        }

        using var doctor = new Caller(gateway, "huisarts-noord");
        using var found = await doctor.SearchAsync("huisarts-noord", await doctor.OwnTokenAsync(), "Patient", ("family", family), ("birthdate", "1982-01-05"));
        Assert.Equal(isStopped ? 0 : 1, JsonNode.Parse(await found.Content.ReadAsStringAsync())!["entry"]?.AsArray().Count ?? 0);
    }

    [Fact]
    public async Task Push_TextThatTellsAnAddressOfAnEarlierMessage_IsStoppedAlsoWithoutItInThisOne()
    {
        await SafeCaller.OwnAsync(gateway, "ashg-noord", SafeMessages.About("Eerdergezien", "2002-01-01", "kind", "x", SafeMessages.Number("06-77788899", "mobile")));
        var (_, leak) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Eerdergezien", "2002-01-01", "kind", "bereikbaar op +31 6 777 888 99"));
        Assert.Equal(("201", "204"), (leak.Entry(0), leak.Entry(1)));
        var (_, other) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Eerdergezien", "2002-01-02", "kind", "bereikbaar op +31 6 777 888 99"));
        Assert.Equal(("201", "201"), (other.Entry(0), other.Entry(1)));
    }

    [Fact]
    public async Task Push_NewAddressOnAnOpenCase_IsCutUntilTheHolderReleasesIt()
    {
        var known = SafeMessages.Address("Oudeweg 1", "9713 AA");
        var found = SafeMessages.Address("Nieuwweg 2", "9714 BB");
        var opened = Messages.Case("Opencase", "Anna", "1983-01-01", "slachtoffer", null, "ziekenhuis-noord");
        SafeMessages.At((JsonObject)known.DeepClone())(opened["entry"]![0]!["resource"]!.AsObject());
        await SafeCaller.OwnAsync(gateway, "ashg-noord", opened);

        var (_, same) = await PushAsync(known);
        Assert.Contains("Oudeweg", await SafeCaller.ArrivedAsync(gateway, same, 0), StringComparison.Ordinal);
        for (var again = 0; again < 2; again++)
        {
            var (_, hidden) = await PushAsync(found);
            Assert.DoesNotContain("Nieuwweg", await SafeCaller.ArrivedAsync(gateway, hidden, 0), StringComparison.Ordinal);
            Assert.Contains("een schuiladres gaat nooit over het koppelvlak", hidden.ToJsonString(), StringComparison.Ordinal);
        }

        await SafeCaller.OwnAsync(gateway, "ziekenhuis-noord", Released());
        Assert.DoesNotContain("Nieuwweg", await SafeCaller.ArrivedAsync(gateway, (await PushAsync(found)).Answer, 0), StringComparison.Ordinal);
        await SafeCaller.OwnAsync(gateway, "ashg-noord", Released());
        Assert.Contains("Nieuwweg", await SafeCaller.ArrivedAsync(gateway, (await PushAsync(found)).Answer, 0), StringComparison.Ordinal);

        Task<(int Status, JsonNode Answer)> PushAsync(JsonObject address) =>
            SafeCaller.TreatAsync(gateway, SafeMessages.About("Opencase", "1983-01-01", "client", "kneuzing", SafeMessages.At((JsonObject)address.DeepClone())));

        JsonObject Released() => SafeMessages.About("Opencase", "1983-01-01", "slachtoffer", "x", patient =>
        {
            SafeMessages.At((JsonObject)found.DeepClone())(patient);
            patient["meta"]!["security"] = new JsonArray(new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/CodeSystem/adresstatus", ["code"] = "vrijgegeven" });
        });
    }

    /// <summary>Found by a reviewer: the label released every place on the Patient, the hidden one too.</summary>
    [Fact]
    public async Task Push_TemporaryAddressBesideAReleasedOne_StaysHidden()
    {
        var home = SafeMessages.Address("Vrijweg 1", "9713 AB");
        var hidden = SafeMessages.Address("Schuilweg 2", "9714 BC");
        await SafeCaller.OwnAsync(gateway, "ashg-noord", Messages.Case("Vrijgave", "Anna", "1983-01-03", "slachtoffer", null, "ziekenhuis-noord"));
        await SafeCaller.OwnAsync(gateway, "ashg-noord", SafeMessages.About("Vrijgave", "1983-01-03", "slachtoffer", "x", patient =>
        {
            var temporary = (JsonObject)hidden.DeepClone();
            temporary["use"] = "temp";
            SafeMessages.At((JsonObject)home.DeepClone(), temporary)(patient);
            patient["meta"]!["security"] = new JsonArray(new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/CodeSystem/adresstatus", ["code"] = "vrijgegeven" });
        }));

        var (_, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Vrijgave", "1983-01-03", "client", "kneuzing", SafeMessages.At(home, hidden)));
        var arrived = await SafeCaller.ArrivedAsync(gateway, answer, 0);
        Assert.Contains("Vrijweg", arrived, StringComparison.Ordinal);
        Assert.DoesNotContain("Schuilweg", arrived, StringComparison.Ordinal);
    }

    /// <summary>Found by a reviewer: two streets of one village that differ in their first word counted as one.</summary>
    [Fact]
    public async Task Push_OtherStreetWithTheSameLastWordOnAnOpenCase_IsNew()
    {
        var opened = Messages.Case("Tweestraten", "Anna", "1983-01-04", "slachtoffer", null, "ziekenhuis-noord");
        SafeMessages.At(SafeMessages.Address("Oude Kerkstraat 5", "9713 AC"))(opened["entry"]![0]!["resource"]!.AsObject());
        await SafeCaller.OwnAsync(gateway, "ashg-noord", opened);

        Assert.Contains("oude kerkstr", await ArrivedAsync("oude kerkstr. 5", "9713 AC"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuwe", await ArrivedAsync("Nieuwe Kerkstraat 5", "9715 AC"), StringComparison.Ordinal);

        async Task<string> ArrivedAsync(string line, string postcode)
        {
            var (_, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Tweestraten", "1983-01-04", "client", "kneuzing", SafeMessages.At(SafeMessages.Address(line, postcode))));
            return await SafeCaller.ArrivedAsync(gateway, answer, 0);
        }
    }

    [Fact]
    public async Task Push_PersonWithADozenAddresses_KeepsTheFirstTen()
    {
        var many = Enumerable.Range(1, 12).Select(static n => SafeMessages.Address($"Zoekweg {n}", $"{9713 + n} AD")).ToArray();

        var (_, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Dozijn", "1983-01-05", "client", "kneuzing", SafeMessages.At(many)));
        var arrived = await SafeCaller.ArrivedAsync(gateway, answer, 0);
        Assert.Contains("\"Zoekweg 10\"", arrived, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoekweg 11", arrived, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoekweg 12", arrived, StringComparison.Ordinal);

        // It was one too many, not hidden: by itself it arrives.
        var (_, alone) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Dozijn", "1983-01-05", "client", "kneuzing", SafeMessages.At(SafeMessages.Address("Zoekweg 12", "9725 AD"))));
        Assert.Contains("Zoekweg 12", await SafeCaller.ArrivedAsync(gateway, alone, 0), StringComparison.Ordinal);
    }

    /// <summary>Found by a reviewer: the shelter's hashes counted in addresses only.</summary>
    [Theory]
    [InlineData("opgehaald bij 9700 ab")]
    [InlineData("bereikbaar op 0505550142")]
    public async Task Push_TextThatTellsAShelter_IsRefused(string text)
    {
        var (status, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Hashtekst", text.Length > 22 ? "1983-01-06" : "1983-01-07", "client", text));
        Assert.Equal(422, status);
        Assert.Contains("CG-FILTER-101", answer.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>Every stop says that something in the message is hidden: who may try without end finds it.</summary>
    [Fact]
    public async Task Push_StoppedAgainAndAgain_IsNoLongerLookedAt()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(422, (await SendAsync("1983-01-08", $"poging {i}: 9700 ab")).Status);
        }

        foreach (var text in (string[])["nog een: 9700 ab", "gebroken pols"])
        {
            var (status, answer) = await SendAsync("1983-01-08", text);
            Assert.Equal(429, status);
            Assert.Contains("CG-FILTER-102", answer.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("112", answer.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal(200, (await SendAsync("1983-01-09", "gebroken pols")).Status);

        Task<(int Status, JsonNode Answer)> SendAsync(string birthDate, string text) => SafeCaller.TreatAsync(gateway, SafeMessages.About("Pogingen", birthDate, "client", text));
    }

    /// <summary>Without it the rest would mean something else, so it cannot be taken out alone.</summary>
    [Fact]
    public async Task Push_StayToldInAModifier_WithholdsThePatient()
    {
        var (_, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Modifier", "1983-01-10", "client", "kneuzing", static patient =>
            patient["modifierExtension"] = new JsonArray(new JsonObject { ["url"] = "https://example.org/m", ["valueString"] = "verblijft nu aan de Lindestraat 12" })));
        Assert.Equal(("204", "201"), (answer.Entry(0), answer.Entry(1)));
        Assert.Contains("een schuiladres gaat nooit over het koppelvlak", answer["entry"]![0]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lindestraat", answer.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>Found by a reviewer: what intake found in the own register was forgotten when another read it.</summary>
    [Theory]
    [InlineData("verblijft nu aan de Lindestraat 12", true)]
    [InlineData("gebroken pols", false)]
    public async Task Push_StayToldInTheOwnRegister_IsOfTheClassOfHiddenPlaces(string text, bool isHidden)
    {
        using var self = new Caller(gateway, "ashg-noord");
        using var response = await self.PushAsync("ashg-noord", await self.OwnTokenAsync(), SafeMessages.About("Eigen", isHidden ? "1983-01-11" : "1983-01-12", "slachtoffer", text).ToJsonString());
        var location = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["entry"]![1]!["response"]!["location"]!.GetValue<string>();
        var stored = await gateway.World.Store.Resources.ReadAsync(Policy.PartnerId.Parse("ashg-noord"), "Observation", location.Split('/')[1], CancellationToken.None);

        Assert.Equal(isHidden, stored!.Classes.Overlaps(Policy.CategorySet.Of(5)));
        using var read = await self.SendAsync(HttpMethod.Get, $"/ashg-noord/fhir/{string.Join('/', location.Split('/')[..2])}", await self.OwnTokenAsync());
        Assert.Contains(text, await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_NewAddressWithoutACase_Arrives()
    {
        var (_, first) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Verhuisd", "1983-01-02", "client", "x", SafeMessages.At(SafeMessages.Address("Oudeweg 1", "9713 AA"))));
        Assert.Contains("Oudeweg", await SafeCaller.ArrivedAsync(gateway, first, 0), StringComparison.Ordinal);
        var (_, second) = await SafeCaller.TreatAsync(gateway, SafeMessages.About("Verhuisd", "1983-01-02", "client", "x", SafeMessages.At(SafeMessages.Address("Nieuwweg 2", "9714 BB"))));
        Assert.Contains("Nieuwweg", await SafeCaller.ArrivedAsync(gateway, second, 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OfAStoppedResource_HoldsPlaceCategoryAndCountAndNoValue()
    {
        var (_, answer) = await SafeCaller.TreatAsync(gateway, SafeMessages.About(
            "Logregel", "2003-01-01", "kind", "Zandweg 44", SafeMessages.At(SafeMessages.Address("Zandweg 44", "9715 DD"), SafeMessages.Address("Zandweg 44", "9715 DD"))));
        Assert.Equal("204", answer.Entry(1));
        var page = await gateway.World.Store.Reading.ListAsync("ziekenhuis-noord", new Audit.RecordQuery { Limit = 200 }, CancellationToken.None);
        var values = page.SelectMany(static r => r.Values).ToList();
        Assert.Contains(values, static v => v.Field == "withheld" && v.Value.Split('\n').Any(static l => l.StartsWith("Patient.address x", StringComparison.Ordinal) && l.Contains(" (D04) ", StringComparison.Ordinal)));
        Assert.Contains(values, static v => v.Field == "guard" && v.Value == "Bundle.entry[1].resource (D04)");
        Assert.DoesNotContain(values, static v => v.Value.Contains("Zandweg", StringComparison.Ordinal) || v.Value.Contains("9715", StringComparison.Ordinal));
    }
}
