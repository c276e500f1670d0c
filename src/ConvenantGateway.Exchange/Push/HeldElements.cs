using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Finds elements of a category in a resource by the same lines as the filter: all is released but that category, and what is cut for it is there.</summary>
internal static class HeldElements
{
    /// <summary>The paths and categories, as FHIRPath in the message; empty if the resource holds none.</summary>
    /// <exception cref="InvalidOperationException">The filter refused bytes that intake accepted: a bug, nothing leaves.</exception>
    public static IEnumerable<string> Of(ExchangeCall call, IntakeEntry entry, CategorySet held)
    {
        if (!entry.HasPlace)
        {
            return [];
        }

        // Of a class that is held itself the caller knows already: here it counts as released, so that the elements are walked.
        var scope = new FilterScope(CategorySet.All - held, entry.Classes - held, null, MarkSubsetted: false);
        var outcome = call.Policy.Filter.Filter(entry.Json.Span, scope);
        return outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"{refusal.Code} at byte {refusal.BytePosition} of a {entry.Type} that intake accepted")
            : outcome.Withheld.Where(w => w.Category.Overlaps(held)).Select(w => $"Bundle.entry[{entry.Index}].resource{w.Path[entry.Type.Length..]} ({w.Category & held})");
    }
}
