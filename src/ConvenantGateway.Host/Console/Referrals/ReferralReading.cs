using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Arranges released resources as packages per person. Pure: no look-up, no decision; what was released is what is shown.</summary>
internal static class ReferralReading
{
    private const string NoPerson = "";

    private static readonly string[] ToPerson = ["subject", "patient", "for", "individual", "beneficiary"];

    private static readonly BetrokkeneRol[] Order =
    [
        BetrokkeneRol.Slachtoffer, BetrokkeneRol.Client, BetrokkeneRol.Kind, BetrokkeneRol.Getuige, BetrokkeneRol.Huisgenoot, BetrokkeneRol.Pleger, BetrokkeneRol.Melder, BetrokkeneRol.Onbekend,
    ];

    /// <summary>Arranges.</summary>
    /// <param name="resources">Filtered resources.</param>
    /// <param name="roles">The roles by Patient id, from the store's columns.</param>
    public static Referral Read(ImmutableArray<ReadOnlyMemory<byte>> resources, ImmutableDictionary<string, RolSet> roles)
    {
        var parts = new Dictionary<string, List<ReferralPart>>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var contacts = new List<string>();
        foreach (var bytes in resources)
        {
            using var document = JsonDocument.Parse(bytes);
            var resource = document.RootElement;
            var person = PersonOf(resource, roles);
            if (TypeOf(resource) == "Patient")
            {
                names[person] = ResourceRows.NameOf(resource);
                if (MayBeContacted(roles.GetValueOrDefault(person)))
                {
                    contacts.AddRange(ResourceRows.ContactsOf(resource).Select(c => names[person].Length == 0 ? c : $"{names[person]}: {c}"));
                }
            }

            if (!parts.TryGetValue(person, out var list))
            {
                parts[person] = list = [];
            }

            list.Add(ResourceRows.PartOf(resource));
        }

        var packages = parts
            .OrderBy(p => p.Key.Length == 0 ? int.MaxValue : Array.FindIndex(Order, r => roles.GetValueOrDefault(p.Key).Contains(r)) is var at and >= 0 ? at : Order.Length)
            .Select(p => new ReferralPackage(RoleOf(p.Key, roles), names.GetValueOrDefault(p.Key, ""), p.Value));
        return new Referral([.. packages], contacts);
    }

    /// <summary>Never the suspect, and nobody whose roles are not known.</summary>
    private static bool MayBeContacted(RolSet roles) =>
        (roles.Contains(BetrokkeneRol.Slachtoffer) || roles.Contains(BetrokkeneRol.Client)) && !roles.Contains(BetrokkeneRol.Pleger) && !roles.Contains(BetrokkeneRol.Onbekend);

    private static string[] RoleOf(string person, ImmutableDictionary<string, RolSet> roles) =>
        person.Length == 0 ? ["Over de zaak"]
        : roles.TryGetValue(person, out var set) && !set.IsEmpty ? [.. set.Roles().Select(ConsoleWords.Rol)]
        : [ConsoleWords.Rol(BetrokkeneRol.Onbekend)];

    private static string PersonOf(JsonElement resource, ImmutableDictionary<string, RolSet> roles)
    {
        if (TypeOf(resource) == "Patient")
        {
            return Text(resource, "id");
        }

        foreach (var name in ToPerson)
        {
            if (resource.TryGetProperty(name, out var reference) && reference.ValueKind == JsonValueKind.Object
                && Text(reference, "reference") is { Length: > 8 } target && target.StartsWith("Patient/", StringComparison.Ordinal))
            {
                return target[8..] is var id && roles.ContainsKey(id) ? id : NoPerson;
            }
        }

        return NoPerson;
    }

    private static string TypeOf(JsonElement resource) => Text(resource, "resourceType");

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
