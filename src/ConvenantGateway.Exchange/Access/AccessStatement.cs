using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the caller states of the disclosure it asks about: <c>context</c> and <c>resource.properties</c>. Taken as said: nothing here is looked up.</summary>
/// <param name="Purpose">The purpose code, or empty.</param>
/// <param name="Ground">The ground code, or empty.</param>
/// <param name="Evidence">The kinds of evidence that would be shown.</param>
/// <param name="Emergency">Noodprocedure.</param>
/// <param name="Persons">The betrokkenen; may be empty.</param>
internal sealed record AccessStatement(string Purpose, string Ground, Evidence Evidence, bool Emergency, ImmutableArray<AccessPerson> Persons)
{
    private const int MaxPersons = 100;

    /// <summary>Reads the statement. A word that is known to nobody makes the statement unreadable: it is never quietly left out.</summary>
    public static (AccessStatement? Statement, string? Wrong) Read(AccessItem item)
    {
        var context = item.Context;
        if (AccessItemReader.TryGet(context, "lawDate", out _) || AccessItemReader.TryGet(item.Properties, "lawDate", out _))
        {
            return (null, "`lawDate` kunt u niet kiezen: het recht van de dag van de uitwisseling geldt");
        }

        var evidence = Policy.Evidence.None;
        string? wrong;
        foreach (var (word, place) in Words(context, "evidence", "context.evidence", out wrong))
        {
            if (!EvidenceWords.TryParse(word, out var flag))
            {
                return (null, $"`{place}` is geen soort bewijs");
            }

            evidence |= flag;
        }

        if (wrong is not null)
        {
            return (null, wrong);
        }

        var isSaid = AccessItemReader.TryGet(context, "emergency", out var said);
        if (isSaid && said.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return (null, "`context.emergency` is `true` of `false`");
        }

        var emergency = isSaid && said.ValueKind == JsonValueKind.True;
        var (persons, unreadable) = ReadPersons(item.Properties);
        return unreadable is not null
            ? (null, unreadable)
            : (new AccessStatement(Text(context, "purpose"), Text(context, "ground"), evidence, emergency, persons), null);
    }

    private static (ImmutableArray<AccessPerson> Persons, string? Wrong) ReadPersons(JsonElement properties)
    {
        if (!AccessItemReader.TryGet(properties, "persons", out var list))
        {
            return ([], null);
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxPersons)
        {
            return ([], $"`resource.properties.persons` is een lijst van hoogstens {MaxPersons} personen");
        }

        var persons = ImmutableArray.CreateBuilder<AccessPerson>(list.GetArrayLength());
        foreach (var person in list.EnumerateArray())
        {
            var (read, wrong) = ReadPerson(person, $"resource.properties.persons[{persons.Count}]");
            if (read is null)
            {
                return ([], wrong);
            }

            persons.Add(read);
        }

        return (persons.ToImmutable(), null);
    }

    private static (AccessPerson? Person, string? Wrong) ReadPerson(JsonElement person, string place)
    {
        if (person.ValueKind != JsonValueKind.Object)
        {
            return (null, $"`{place}` is geen JSON-object");
        }

        var rollen = default(RolSet);
        string? wrong;
        foreach (var (word, _) in Words(person, "rol", $"{place}.rol", out wrong))
        {
            rollen |= RolSet.Of(Rol(word));
        }

        if (wrong is not null)
        {
            return (null, wrong);
        }

        var consent = default(CategorySet);
        foreach (var (word, at) in Words(person, "consent", $"{place}.consent", out wrong))
        {
            if (!CategorySet.TryParse(word, out var category))
            {
                return (null, $"`{at}` is geen categorie");
            }

            consent |= category;
        }

        if (wrong is not null)
        {
            return (null, wrong);
        }

        var origins = DataOrigins.None;
        foreach (var (word, at) in Words(person, "origin", $"{place}.origin", out wrong))
        {
            if (Origin(word) is not { } origin)
            {
                return (null, $"`{at}` is geen herkomst (WPG, MEDICAL, MELDING, HVB)");
            }

            origins |= origin;
        }

        return wrong is null ? (new AccessPerson(rollen, consent, origins), null) : (null, wrong);
    }

    private static BetrokkeneRol Rol(string word) => word switch
    {
        "slachtoffer" => BetrokkeneRol.Slachtoffer,
        "pleger" or "vermoedelijke-pleger" => BetrokkeneRol.Pleger,
        "kind" => BetrokkeneRol.Kind,
        "getuige" => BetrokkeneRol.Getuige,
        "huisgenoot" => BetrokkeneRol.Huisgenoot,
        "melder" => BetrokkeneRol.Melder,
        "client" => BetrokkeneRol.Client,
        "zaak" => BetrokkeneRol.Zaak,
        "kind-getuige" => BetrokkeneRol.KindGetuige,
        "hulpvrager" => BetrokkeneRol.Hulpvrager,
        _ => BetrokkeneRol.Onbekend,
    };

    private static DataOrigins? Origin(string word) => word switch
    {
        "WPG" => DataOrigins.Wpg,
        "MEDICAL" => DataOrigins.Medical,
        "MELDING" => DataOrigins.Melding,
        "HVB" => DataOrigins.Hvb,
        _ => null,
    };

    private static List<(string Word, string Place)> Words(JsonElement element, string name, string place, out string? wrong)
    {
        wrong = null;
        var words = new List<(string, string)>();
        if (!AccessItemReader.TryGet(element, name, out var list))
        {
            return words;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxPersons || list.EnumerateArray().Any(static w => w.ValueKind != JsonValueKind.String))
        {
            wrong = $"`{place}` is geen lijst van woorden";
            return words;
        }

        foreach (var word in list.EnumerateArray())
        {
            words.Add((word.GetString()!, $"{place}[{words.Count}]"));
        }

        return words;
    }

    private static string Text(JsonElement element, string name) =>
        AccessItemReader.TryGet(element, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
