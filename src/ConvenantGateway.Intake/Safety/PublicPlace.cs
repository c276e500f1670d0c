using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>
/// An Organization or Location is D05 unless it is a partner's public entry (design.md section 6). The name alone counts too: a new GP, a school or a house by name tells where somebody is, as does a
/// public register number (domain.md 10.2, 6).
/// </summary>
internal static class PublicPlace
{
    /// <summary>True if the resource tells a place that is not a partner's public entry.</summary>
    public static bool IsHidden(BundleEntry entry, IntakeContext context)
    {
        if (entry.Type is not ("Organization" or "Location"))
        {
            return false;
        }

        if (entry.Resource["address"] is not null || entry.Resource["position"] is not null || entry.Resource["contact"] is not null)
        {
            return true;
        }

        var numbers = JsonWalk.ObjectsAt(entry.Resource, "telecom").Select(static t => t.Text("value")).ToList();
        return !context.Partners.Values.Any(p => p.Name == entry.Resource.Text("name") && numbers.All(n => n == p.Telephone));
    }
}
