using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Exchange.Tests.Guard;
using ConvenantGateway.Exchange.Tests.Wegwijzer;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConvenantGateway.Exchange.Tests.Pull;

/// <summary>
/// What one partner reads and searches at another. No covenant of the repository takes such a rule yet (R-25p), so the tests put it in force: a pull between a GP and a hospital, answered on a permission.
/// </summary>
public sealed class PullTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p1","identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"999990019"}],"name":[{"family":"Berg"}],"birthDate":"1980-01-02","address":[{"city":"geheim"}]}""";
    private const string Empty = """{"resourceType":"Bundle","type":"searchset"}""";

    private static readonly Lazy<ActivePolicy> All = new(() => Policy("[D01, D03, D14, D15]"));
    private static readonly Lazy<ActivePolicy> HealthOnly = new(() => Policy("[D14, D15]"));

    private static readonly (string, string)[] ByName = [("family", "Berg"), ("birthdate", "1980-01-02")];
    private static readonly (string, string)[] ByNumber = [("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|999990019")];

    [Fact]
    public async Task Search_ByAnElementThatIsReleased_FindsThePersonAndCutsTheRest()
    {
        foreach (var form in (List<(string, string)[]>)[ByName, ByNumber])
        {
            var answer = await SearchAsync(All.Value, form);

            Assert.Contains("999990019", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("geheim", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("total", answer, StringComparison.Ordinal);
        }
    }

    /// <summary>A search matches only persons for whom the searched element is released: matching what may not be seen would tell it.</summary>
    [Fact]
    public async Task Search_ByAnElementThatIsNotReleased_FindsNothing()
    {
        Assert.Equal(Empty, await SearchAsync(HealthOnly.Value, ByName));
        Assert.Equal(Empty, await SearchAsync(HealthOnly.Value, ByNumber));
    }

    /// <summary>The twin: the same person, by what may be seen.</summary>
    [Fact]
    public async Task Search_ByIdWithTheSameRelease_FindsThePersonWithoutTheName()
    {
        var answer = await SearchAsync(HealthOnly.Value, [("_id", "p1")]);

        Assert.Contains("\"id\":\"p1\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Berg", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_PersonOutsideTheTokenWithoutPermissionOrOfAnother_FindsNothingNotEvenAPage()
    {
        Assert.Equal(Empty, await SearchAsync(All.Value, ByName, about: new PersonHandle(new string('b', 64))));
        Assert.Equal(Empty, await SearchAsync(All.Value, ByName, hasPermission: false));
        Assert.Equal(Empty, await SearchAsync(All.Value, ByName, source: "huisarts-noord"));
        Assert.Equal(Empty, await SearchAsync(All.Value, ByName, persons: []));
    }

    [Fact]
    public async Task Read_WhatIsNotReleased_AnswersAsAbsent()
    {
        var shown = await ReadAsync(All.Value, hasPermission: true);
        var hidden = await ReadAsync(All.Value, hasPermission: false);

        Assert.Equal(200, shown.Status);
        Assert.Equal(404, hidden.Status);
        Assert.True(hidden.IsAbsence);
    }

    /// <summary>R-25p as the law may one day be taken: asked and answered on consent, for a client the categories given.</summary>
    private static ActivePolicy Policy(string categories)
    {
        var snapshot = RepositoryPolicy.Changed(
            "convenant-2025",
            ("statute/care.rules.yaml", "    holder: per-request\n    profiles: { from: NL-2018 }\n    grounds: [G-CONSENT]\n    evidence: [treatment-relation]\n", "    holder: standing\n    profiles: { from: NL-2018 }\n    grounds: [G-CONSENT]\n    evidence: [standing-permission]\n"),
            ("statute/care.rules.yaml", "      client: { categories: [D01, D03, D14, D15] }\n      slachtoffer: { categories: [D01, D03, D14, D15] }\n      kind: { categories: [D01, D03, D14, D15] }\n    withheld:\n      D08: \"feiten van geweld worden gestuurd, niet opgevraagd\"", $"      client: {{ categories: {categories} }}\n    withheld:\n      D08: \"feiten van geweld worden gestuurd, niet opgevraagd\""),
            ("covenant/convenant-2025/covenant.yaml", "rules: [R-02,", "rules: [R-25p, R-02,"),
            ("covenant/convenant-2025/covenant.yaml", "sign-offs:\n", "sign-offs:\n  - { rule: R-25p, by: proef, date: 2025-02-10 }\n"));
        return new ActivePolicy(snapshot, new ResourceFilter(snapshot.Elements));
    }

    private static async Task<string> SearchAsync(
        ActivePolicy policy, (string, string)[] form, PersonHandle? about = null, bool hasPermission = true, string source = "ziekenhuis-noord", ImmutableArray<StoredPerson>? persons = null)
    {
        using var pages = new PageTokens();
        using var alarm = new GuardAlarm(NullLogger<GuardAlarm>.Instance);
        var search = new SearchInteraction(Parts(alarm, hasPermission, source, persons), pages, "Patient", [.. form.Select(static f => new KeyValuePair<string, string>(f.Item1, f.Item2))]);
        var answer = await search.PrepareAsync(Call(policy, about ?? GuardRun.Person), TestContext.Current.CancellationToken);

        Assert.Equal(200, answer.Status);
        return Encoding.UTF8.GetString(answer.Body.Utf8.Span);
    }

    private static async Task<PreparedAnswer> ReadAsync(ActivePolicy policy, bool hasPermission)
    {
        using var alarm = new GuardAlarm(NullLogger<GuardAlarm>.Instance);
        return await new ReadInteraction(Parts(alarm, hasPermission, "ziekenhuis-noord", null), "Patient", "p1").PrepareAsync(Call(policy, GuardRun.Person), TestContext.Current.CancellationToken);
    }

    private static PullParts Parts(GuardAlarm alarm, bool hasPermission, string source, ImmutableArray<StoredPerson>? persons)
    {
        var holder = PartnerId.Parse("ziekenhuis-noord");
        var stored = new StoredResource
        {
            Register = holder,
            Source = PartnerId.Parse(source),
            Transaction = Guid.Empty,
            Type = "Patient",
            Id = "p1",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Persons = persons ?? [new StoredPerson("p1", GuardRun.Person, RolSet.Of(BetrokkeneRol.Client))],
            Json = Encoding.UTF8.GetBytes(Patient),
        };
        var permission = hasPermission
            ? new StandingPermission(holder, GuardRun.Person, PartnerId.Parse("huisarts-noord"), new Purpose("TREAT"), new Ground("G-CONSENT"), StatusLevel.L2, DateOnly.MinValue, DateOnly.MaxValue, "arts", "c1")
            : null;
        var resources = new OneResource(stored, permission);
        var facts = new DossierFacts { Evidence = Evidence.Consent | Evidence.StandingPermission, Consents = [] };
        return new PullParts(resources, new EvidenceOfToken(new OneDossier(facts), resources), new SafeContactGuard(new OneWhereabouts(), new PersonHandles(new byte[32]), alarm));
    }

    private static ExchangeCall Call(ActivePolicy policy, PersonHandle about) => new()
    {
        Caller = PartnerId.Parse("huisarts-noord"),
        Counterparty = PartnerId.Parse("ziekenhuis-noord"),
        Grant = new ExchangeGrant
        {
            Caller = PartnerId.Parse("huisarts-noord"),
            Counterparty = PartnerId.Parse("ziekenhuis-noord"),
            Purpose = new Purpose("TREAT"),
            Ground = new Ground("G-CONSENT"),
            Actor = "uzi|1",
            ActorRole = "huisarts",
            About = [about],
            Dossier = Guid.Empty,
        },
        Transaction = Guid.Empty,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        Policy = policy,
        LawDate = new DateOnly(2026, 1, 1),
        FhirBase = "https://gateway/ziekenhuis-noord/fhir",
    };
}
