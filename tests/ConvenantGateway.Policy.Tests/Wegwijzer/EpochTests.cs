namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Each group in each epoch: the same answers, another law, another outcome (domain.md 0.2, 9.1, 9.5).</summary>
public sealed class EpochTests : IClassFixture<LoadedGuide>
{
    private const string Blocked = "W5=zestien-of-ouder W4=geweigerd ";
    private const string Given = "W5=zestien-of-ouder W4=gegeven W9c=ja W10c=verteld";
    private const string Needed = "W8=ja W9m=ja W10m=niet";
    private const string Six = "W7-1=ja W7-2=ja W7-3=ja W7-4=ja W7-5=ja W7-6=ja W10k=niet";
    private const string NoWay = "W7-1=ja W7-2=ja W7-3=nee";

    [Theory]
    // A GP, an adult, no consent: before July 2013 a conflict of duties or nothing; after it a right to report.
    [InlineData("medisch", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee W3=nee " + Blocked + NoWay, "OUT-STOP", "")]
    [InlineData("medisch", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee W3=nee " + Blocked + Six, "OUT-CONFLICT", "G-CONFLICT")]
    [InlineData("medisch", "ASHG", "REPORT-DV", "2009-06-01", "W1=ja", "OUT-ADVICE", "")]
    [InlineData("medisch", "ASHG", "REPORT-DV", "2013-06-30", "W1=nee W3=nee " + Blocked + Six, "OUT-CONFLICT", "G-CONFLICT")]
    [InlineData("medisch", "ASHG", "REPORT-DV", "2013-07-02", "W1=nee K1=nee W3=nee " + Blocked + Needed, "OUT-GO-MELDRECHT", "G-MELD-DV")]
    [InlineData("medisch", "VT", "REPORT-DV", "2015-01-01", "W1=nee K1=nee W3=nee " + Blocked + Needed, "OUT-GO-MELDRECHT", "G-MELD-DV")]
    [InlineData("medisch", "VT", "REPORT-DV", "2014-12-31", "W1=nee K1=nee W3=nee " + Blocked + Six, "OUT-CONFLICT", "G-CONFLICT")]
    [InlineData("medisch", "ASHG", "REPORT-DV", "2013-07-02", "W1=nee K1=nee W3=nee " + Blocked + "W8=nee", "OUT-STOP", "")]
    // A child: the right is there in every epoch.
    [InlineData("medisch", "AMK", "REPORT-CHILD", "2008-01-01", "W1=nee W3=nee W5=onder-twaalf W5a=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-CHILD")]
    [InlineData("medisch", "AMK", "REPORT-CHILD", "2009-06-01", "W1=nee W3=nee W5=onder-twaalf W5a=nee W4=niet-gevraagd W4a=nee", "OUT-STOP", "")]
    [InlineData("medisch", "VT", "REPORT-CHILD", "2015-01-01", "W1=nee K1=ja W3=nee W5=twaalf-tot-zestien W5a=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-CHILD G-MELD-DV")]
    [InlineData("medisch", "RVDK", "PROTECT-MEASURE", "2015-01-01", "W1=nee K1=ja W3=nee W5=onder-twaalf W5a=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-RVDK")]
    // Consent, treatment, duty, police, and whoever asks without saying why.
    [InlineData("medisch", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee W3=nee " + Given, "OUT-GO-CONSENT", "G-CONSENT")]
    [InlineData("medisch", "HA", "TREAT", "2009-06-01", "W1=nee W2=ja", "OUT-DIRECT", "G-DIRECT")]
    [InlineData("medisch", "GI", "PROTECT-MEASURE", "2015-01-01", "W1=nee K1=nee W3g=ja", "OUT-DUTY", "G-DUTY")]
    [InlineData("medisch", "POL", "CRIM", "2009-06-01", "W1=nee W3=nee " + Blocked + "W6p=nee", "OUT-STOP", "")]
    [InlineData("medisch", "POL", "ACUTE", "2009-06-01", "W1=nee W3=nee " + Blocked + "W6p=ja " + Six, "OUT-CONFLICT", "G-CONFLICT")]
    [InlineData("medisch", "AMK", "INVESTIGATE", "2009-06-01", "W1=nee W3=nee " + Blocked + "W6r=nee", "OUT-STOP", "")]
    [InlineData("medisch", "AMK", "INVESTIGATE", "2009-06-01", "W1=nee W3=nee " + Blocked + "W6r=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-CHILD")]
    [InlineData("medisch", "ASHG", "ADVICE", "2009-06-01", "", "OUT-ADVICE", "")]
    [InlineData("hulp", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee B1=ja W3=nee " + Blocked + Six, "OUT-CONFLICT", "G-CONFLICT")]
    [InlineData("hulp", "ASHG", "REPORT-DV", "2013-07-02", "W1=nee B1=ja W3=nee " + Blocked + Needed, "OUT-GO-MELDRECHT", "G-MELD-DV")]
    [InlineData("hulp", "AMK", "REPORT-CHILD", "2009-06-01", "W1=nee B1=nee W3=nee W5=onder-twaalf W5a=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-CHILD")]
    [InlineData("hulp", "VT", "REPORT-DV", "2026-01-01", "W1=nee B1=nee W3=nee " + Blocked + Needed, "OUT-GO-MELDRECHT", "G-MELD-DV")]
    // Police: the ASHG was never designated, Veilig Thuis is from 2015.
    [InlineData("politie", "ASHG", "REFER", "2009-06-01", "P3=nee P4=nee", "OUT-STOP", "")]
    [InlineData("politie", "ASHG", "REFER", "2009-06-01", "P3=ja P5=nee P6=tot-een-jaar P7=nee P8=ja P9=ja", "OUT-GO", "G-WPG20")]
    [InlineData("politie", "ASHG", "REFER", "2009-06-01", "P3=nee P4=ja P5=nee P6=ouder-vergeleken P7=onvermijdelijk P8=ja P9=ja", "OUT-GO", "G-WPG19")]
    [InlineData("politie", "ASHG", "REFER", "2009-06-01", "P3=ja P5=ja P5b=nee", "OUT-STOP", "")]
    [InlineData("politie", "VT", "REFER", "2015-01-01", "P5=nee P6=tot-een-jaar P7=nee P8=ja P9=ja", "OUT-GO", "G-WPG18")]
    [InlineData("politie", "VT", "REFER", "2014-12-31", "P3=nee P4=nee", "OUT-STOP", "")]
    [InlineData("politie", "AMK", "REPORT-CHILD", "2009-06-01", "P5=nee P6=tot-een-jaar P7=nee P8=ja P9=ja", "OUT-GO", "G-WPG18")]
    [InlineData("politie", "OM", "CRIM", "2009-06-01", "P5=ja P6=tot-een-jaar P7=nee P8=ja P9=ja", "OUT-GO", "G-WPG16")]
    [InlineData("politie", "VO", "REFER", "2009-06-01", "P3=ja P5=nee P6=ouder", "OUT-STOP", "")]
    [InlineData("om", "ASHG", "REFER", "2009-06-01", "O1=ja O2=ja O3=ja O4=vervolging O5=ja O6=ja", "OUT-GO", "G-WJSG39F")]
    [InlineData("om", "ASHG", "REFER", "2009-06-01", "O1=ja O2=ja O3=ja O4=geen", "OUT-STOP", "")]
    [InlineData("om", "VT", "REFER", "2026-01-01", "O1=ja O2=ja O3=ja O4=ernstig-gevaar O5=ja O6=nee", "OUT-ESCALATE", "")]
    [InlineData("reclassering", "OM", "PROBATION", "2009-06-01", "W1=nee RE1=ja", "OUT-DUTY", "G-DUTY")]
    [InlineData("reclassering", "DHV", "PROBATION", "2009-06-01", "W1=nee RE2=ja RE3=ja", "OUT-GO", "G-PUBTASK")]
    [InlineData("reclassering", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee W5=zestien-of-ouder W4=geweigerd", "OUT-STOP", "")]
    [InlineData("reclassering", "ASHG", "REPORT-DV", "2013-07-02", "W1=nee " + Blocked + Needed, "OUT-GO-MELDRECHT", "G-MELD-DV")]
    // The centre: a statutory task from July 2013 only.
    [InlineData("ashg", "VO", "REFER", "2009-06-01", "W1=nee A1=contact-zelf " + Given, "OUT-GO-CONSENT", "G-CONSENT")]
    [InlineData("ashg", "VO", "REFER", "2009-06-01", "W1=nee A1=melding-ander " + Blocked + NoWay, "OUT-STOP", "")]
    [InlineData("ashg", "VO", "REFER", "2013-07-01", "W1=nee A1=melding-ander A3=ja A9=ja A10=ja", "OUT-GO", "G-WMO-TASK")]
    [InlineData("ashg", "POL", "ACUTE", "2009-06-01", "W1=nee A1=contact-zelf " + Blocked + Six, "OUT-CONFLICT", "G-CONFLICT")]
    [InlineData("ashg", "POL", "ACUTE", "2015-01-01", "W1=nee A1=contact-zelf A3=ja A9=ja A10=ja", "OUT-GO", "G-WMO-TASK")]
    [InlineData("ashg", "AMK", "REPORT-CHILD", "2009-06-01", "W1=nee A1=contact-zelf W5=onder-twaalf W5a=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-CHILD")]
    [InlineData("amk", "RVDK", "PROTECT-MEASURE", "2009-06-01", "W1=nee F1=ja F3=ja F9=ja F10=ja", "OUT-GO", "G-PUBTASK")]
    [InlineData("amk", "ASHG", "REPORT-DV", "2013-07-02", "W1=nee F1=ja F4=ja F9=ja F10=ja", "OUT-GO", "G-PUBTASK")]
    [InlineData("amk", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee F1=ja " + Blocked + NoWay, "OUT-STOP", "")]
    [InlineData("amk", "HA", "INVESTIGATE", "2009-06-01", "W1=nee F1=ja F5=nee", "OUT-STOP", "")]
    [InlineData("school", "AMK", "REPORT-CHILD", "2009-06-01", "W1=nee W5=onder-twaalf W5a=ja " + Needed, "OUT-GO-MELDRECHT", "G-MELD-CHILD")]
    [InlineData("school", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee " + Blocked + "S7=ja S8=ja S9=ja S10=verteld", "OUT-GO", "G-LEGIT")]
    [InlineData("school", "ASHG", "REPORT-DV", "2009-06-01", "W1=nee " + Blocked + "S7=nee", "OUT-STOP", "")]
    [InlineData("school", "AMW", "REFER", "2018-05-25", "W1=nee W5=zestien-of-ouder W4=geweigerd", "OUT-ESCALATE", "")]
    [InlineData("school", "AMW", "REFER", "2018-05-24", "W1=nee " + Blocked + "S7=nee", "OUT-STOP", "")]
    [InlineData("burgemeester", "ASHG", "HVB-NOTIFY", "2009-01-01", "V3=ja V4=ja V5=ja V6=ja", "OUT-GO", "G-WTH")]
    [InlineData("burgemeester", "ASHG", "HVB-NOTIFY", "2008-12-31", "", "OUT-STOP", "")]
    [InlineData("burgemeester", "POL", "HVB-DECIDE", "2009-06-01", "V2=verlengen-hovj", "OUT-STOP", "")]
    [InlineData("burgemeester", "ASHG", "REFER", "2009-06-01", "", "OUT-ESCALATE", "")]
    public void Plan_InAnEpoch_EndsAsTheLawOfThatDateSays(string group, string recipient, string purpose, string date, string answers, string outcome, string grounds)
    {
        var run = Walks.Start(group, recipient, purpose, date).Answer(answers);

        Assert.Equal(outcome, run.Outcome?.Code);
        Assert.Equal(grounds, string.Join(' ', run.Grounds.Select(static g => g.Code).Order(StringComparer.Ordinal)));
    }
}
