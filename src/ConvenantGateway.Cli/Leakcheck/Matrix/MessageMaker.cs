using System.Text.Json.Nodes;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>
/// Composes messages full of canaries: a person in every role; every type, filled, about persons of whom much and little may be told; a small Observation of every category about every role and about nobody. What the decision
/// releases of each is asked of the policy, not of the filter. Not thread safe.
/// </summary>
internal sealed class MessageMaker(CanaryBook book, PolicySnapshot snapshot, DateOnly lawDate)
{
    private static readonly BetrokkeneRol[] Rollen = [.. Enum.GetValues<BetrokkeneRol>().Where(static r => r is not (BetrokkeneRol.Onbekend or BetrokkeneRol.Zaak))];
    private static readonly string[] ToThePerson = ["subject", "patient", "for", "target"];
    private static readonly string[] Places = ["Organization", "Location"];
    private static readonly CategorySet Hiding = CategorySet.Of(5);
    private static readonly CategorySet HeldOfPolice = CategorySet.Of(5) | CategorySet.Of(11);

    private readonly ResourceFiller _filler = new(book, snapshot.Elements);
    private int _entries;

    /// <summary>A message.</summary>
    /// <param name="cell">The exchange.</param>
    /// <param name="index">Turns the variants, so that the whole matrix shows all of them.</param>
    /// <param name="shape">What is in it.</param>
    public CaseMessage Make(ExchangeCell cell, int index, MessageShape shape)
    {
        var isOwn = cell.From == cell.To;
        var released = isOwn ? Rollen.Append(BetrokkeneRol.Zaak).ToDictionary(static r => r, static _ => CategorySet.All) : Decide(cell);
        var withholds = snapshot.Partners[cell.From].Kind.Code == "POL" && !isOwn && !shape.HasWhatIsHeld ? HeldOfPolice : default;
        var message = new CaseMessage();
        var rollen = shape.IsSmall ? Rollen.OrderByDescending(r => released[r].Size).Take(2).ToArray() : Rollen;
        foreach (var rol in rollen)
        {
            var home = Home(message, cell, rol, default, released);
            var urn = Urn();
            var patient = _filler.Fill("Patient", new FillPlan(home, urn, null, (int)rol % 2 == 0 ? 0 : 3, IsDeep: !shape.IsSmall || rol == rollen[0]));
            message.Persons.Add(new CasePerson(rol, urn, patient));
            message.Add(patient, urn);
        }

        var most = rollen.MaxBy(r => released[r].Size);
        var least = rollen.MinBy(r => released[r].Size);
        var categories = Enumerable.Range(1, CategorySet.Count).Select(CategorySet.Of).Where(c => !withholds.Overlaps(c)).ToList();
        var given = categories.FirstOrDefault(c => released[most].Contains(c), categories[0]);
        var kept = categories.FirstOrDefault(c => !released[most].Contains(c), categories[^1]);
        foreach (var rol in rollen)
        {
            foreach (var category in categories.Where(c => !shape.IsSmall || c == given || c == kept))
            {
                var urn = Urn();
                message.Add(Probe(Home(message, cell, rol, category, released), message.UrnOf(rol), category), urn);
                message.Reason ??= rol == most && category == given ? urn : null;
            }
        }

        // Figures, and other facts about nobody.
        var nobody = released[BetrokkeneRol.Zaak];
        foreach (var category in categories.Where(c => !shape.IsSmall || nobody.Contains(c)))
        {
            message.Add(Probe(Home(message, cell, BetrokkeneRol.Zaak, category, released), subject: null, category), Urn());
        }

        foreach (var type in snapshot.Elements.Keys.Where(static t => t != "Patient").Order(StringComparer.Ordinal))
        {
            if (!shape.HasWorkflow && type is "ServiceRequest" or "Task")
            {
                continue;
            }

            if (withholds.IsEmpty || (!Places.Contains(type) && !withholds.Overlaps(ClassOf(type, given))))
            {
                Filled(message, cell, type, most, given, index, released);
                if (!shape.IsSmall && type is not ("ServiceRequest" or "Task"))
                {
                    // Of the ways in which nothing of a filled resource may go on, another with each message.
                    _ = (index % 3) switch
                    {
                        0 => Filled(message, cell, type, most, kept, index + 2, released),
                        1 => Filled(message, cell, type, least, given, index + 3, released),
                        _ => Filled(message, cell, type, most, given, 1, released),
                    };
                }
            }
        }

        return message;
    }

    private CanaryHome Filled(CaseMessage message, ExchangeCell cell, string type, BetrokkeneRol rol, CategorySet category, int variant, Dictionary<BetrokkeneRol, CategorySet> released)
    {
        var isAboutAPerson = R4Elements.Find(type)!.Elements.Any(static e => ToThePerson.Contains(e.Name));
        var home = Home(message, cell, isAboutAPerson ? rol : BetrokkeneRol.Zaak, ClassOf(type, category), released);

        // Variant 1 carries what takes the whole resource along; another takes its choices too.
        var variants = ResourceFiller.VariantsOf(type);
        var turned = variant == 1 ? 1 : variant % variants == 1 ? 1 + variants : variant % variants;
        message.Add(_filler.Fill(type, new FillPlan(home, message.UrnOf(rol), message.Reason, turned, IsDeep: true)), Urn());
        return home;
    }

    private CategorySet ClassOf(string type, CategorySet label)
    {
        var classification = snapshot.Elements[type];
        var own = classification.ClassRules.Any(static r => r.Code == "*") ? label : classification.DefaultClass;
        return Places.Contains(type) ? own | Hiding : own;
    }

    private JsonObject Probe(CanaryHome home, string? subject, CategorySet category)
    {
        var probe = Probe(home, category);
        if (subject is not null)
        {
            probe["subject"] = new JsonObject { ["reference"] = subject, ["display"] = book.Text("Observation.subject.display", home, CanaryFate.Never) };
        }

        return probe;
    }

    private JsonObject Probe(CanaryHome home, CategorySet category) => new()
    {
        ["resourceType"] = "Observation",
        ["status"] = "final",
        ["category"] = new JsonArray(new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", ["code"] = category.ToString() }),
        }),
        ["code"] = new JsonObject { ["text"] = book.Text("Observation.code.text", home, CanaryFate.WithClass) },
        ["valueString"] = book.Text("Observation.valueString", home, CanaryFate.WithClass),
    };

    private Dictionary<BetrokkeneRol, CategorySet> Decide(ExchangeCell cell)
    {
        BetrokkeneRol[] all = [.. Rollen, BetrokkeneRol.Zaak];
        var decisions = new BetrokkeneDecision[all.Length];
        var facts = all.Select(static r => new BetrokkeneFacts(RolSet.Of(r), CategorySet.All)).ToArray();
        var decision = snapshot.Decider.Decide(cell.Question(ExchangePlan.Shown, lawDate), facts, decisions);
        return Enumerable.Range(0, all.Length).ToDictionary(i => all[i], i => decision.Verdict == Verdict.Permit ? decisions[i].Released : default);
    }

    private static CanaryHome Home(CaseMessage message, ExchangeCell cell, BetrokkeneRol rol, CategorySet classes, Dictionary<BetrokkeneRol, CategorySet> released)
    {
        var home = new CanaryHome(cell.From.Value, cell.ToString(), rol, classes);
        if (!released[rol].IsEmpty && released[rol].Contains(classes))
        {
            home.Released[cell.To.Value] = released[rol];
        }

        message.Homes.Add(home);
        return home;
    }

    private string Urn() => $"urn:uuid:0f9c0c0e-0000-4000-8000-0000{_entries++:x8}";
}
