using System.Globalization;
using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>Reads a Consent that says "mag weten" (<see cref="IntakePermission"/>).</summary>
internal static class PermissionColumn
{
    /// <summary>The permission; null if the Consent is of another kind. One that is unclear is an issue: a permission is never guessed.</summary>
    public static IntakePermission? Read(BundleEntry entry, List<IntakeIssue> issues)
    {
        if (entry.Type != "Consent" || !JsonWalk.ObjectsAt(entry.Resource, "category.coding").Any(static c => c.Text("system") == CodeSystems.Toestemmingsvorm && c.Text("code") == "mag-weten"))
        {
            return null;
        }

        var recipient = JsonWalk.ObjectsAt(entry.Resource, "provision.actor.reference.identifier").Where(static i => i.Text("system") == CodeSystems.Partner).Select(static i => i.Text("value")).SingleOrNone();
        var purpose = Code(entry.Resource, "provision.purpose", CodeSystems.Doel);
        var ground = Code(entry.Resource, "policyRule.coding", CodeSystems.Grondslag);
        var level = Code(entry.Resource, "provision.code.coding", CodeSystems.Statusniveau);
        var period = JsonWalk.ObjectsAt(entry.Resource, "provision.period").SingleOrNone();
        var givenBy = JsonWalk.ObjectsAt(entry.Resource, "performer").Select(static p => p.Text("display")).SingleOrNone();
        if (PartnerId.TryParse(recipient, out var partner) && purpose is not null && ground is not null && givenBy is not null
            && Date(period?.Text("start")) is { } from && Date(period?.Text("end")) is { } until
            && Enum.TryParse<StatusLevel>(level, out var most) && Enum.IsDefined(most) && entry.Resource["patient"] is JsonObject patient)
        {
            var isActive = entry.Resource.Text("status") == "active";
            return new IntakePermission(patient.Text("reference") ?? "", partner, new Purpose(purpose), new Ground(ground), isActive ? most : StatusLevel.L0, from, until, givenBy);
        }

        issues.Add(new IntakeIssue(
            IntakeCodes.PermissionUnclear, 422, "business-rule", $"Bundle.entry[{entry.Index}].resource.provision",
            "`mag weten` noemt precies één ontvanger, doel, grondslag, niveau, periode en de professional die het besliste"));
        return null;
    }

    private static string? Code(JsonObject resource, string path, string system) =>
        JsonWalk.ObjectsAt(resource, path).Where(c => c.Text("system") == system).Select(static c => c.Text("code")).SingleOrNone();

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text?.Length >= 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static T? SingleOrNone<T>(this IEnumerable<T?> items)
        where T : class
    {
        var found = items.OfType<T>().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
