using System.Text.Json;
using System.Text.RegularExpressions;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Looks in every text, number and odd property name of one outgoing resource for forms that may not be told. Pure.</summary>
/// <param name="forbidden">What was cut from this message.</param>
/// <param name="lawful">What flows anyhow.</param>
/// <param name="known">What is known of its persons from earlier messages.</param>
/// <param name="shelters">What shelters supplied.</param>
internal sealed partial class OutgoingScan(Dictionary<TextForm, CategorySet> forbidden, HashSet<TextForm> lawful, KnownDigests known, ShelterPlaces shelters)
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "resourceType", "status", "use", "system", "code", "gender", "mode", "intent", "priority", "unit", "language", "url", "type", "rank", "comparator",
    };

    private static readonly CategorySet Place = CategorySet.Of(5);

    private readonly bool _hasPhrases = forbidden.Keys.Any(static f => f.Kind == TextFormKind.Phrase);

    /// <summary>True if there is nothing to look for.</summary>
    public bool IsIdle => forbidden.Count == 0 && known.IsEmpty && shelters.IsEmpty;

    /// <summary>The categories of what it tells; empty for nothing.</summary>
    /// <param name="json">The resource.</param>
    /// <param name="released">What may flow of it: a hidden place may where a rule says so (R-41).</param>
    public CategorySet Hits(ReadOnlyMemory<byte> json, CategorySet released = default)
    {
        using var document = JsonDocument.Parse(json);
        var hits = default(CategorySet);
        foreach (var leaf in ResourceLeaves.Of(document.RootElement, null))
        {
            // The gateway's own ids are random: what looks like a number in them is none. Nor is a moment.
            if ((leaf.Key is "id" or "reference" && OwnId().IsMatch(leaf.Text)) || Moment().IsMatch(leaf.Text))
            {
                continue;
            }

            hits |= HitsIn(leaf.Text, Codes.Contains(leaf.Key), released);
            if (hits.Overlaps(GuardHit.Blocking))
            {
                // The message does not leave: what else it tells makes no difference.
                return hits;
            }
        }

        return hits;
    }

    /// <summary>The categories of what a text tells.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCode">True for a code: it is no name.</param>
    /// <param name="released">What may flow of it.</param>
    public CategorySet HitsIn(string text, bool isCode = false, CategorySet released = default)
    {
        var hits = released.Contains(Place) ? default : shelters.ToldIn(text, lawful);
        if (!hits.IsEmpty)
        {
            return hits;
        }

        foreach (var form in TextForms.Of(text, _hasPhrases))
        {
            if (!(isCode && form.Kind == TextFormKind.Name))
            {
                // A shared home is no secret because another may have it; a hidden place stays one, whatever else it was called.
                var told = forbidden.GetValueOrDefault(form) | known.Hit(form);
                hits |= !lawful.Contains(form) ? told : form.Kind is TextFormKind.Street or TextFormKind.Postcode ? told & Place : default;
                if (hits.Overlaps(GuardHit.Blocking))
                {
                    return hits;
                }
            }
        }

        return hits;
    }

    [GeneratedRegex(@"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?:[A-Za-z]+/)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnId();
}
