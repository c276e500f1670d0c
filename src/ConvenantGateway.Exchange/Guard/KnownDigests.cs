using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The digests of earlier messages that count for one scan: those of its persons, without what may flow to this receiver. Not thread safe.</summary>
/// <param name="handles">Makes digests.</param>
/// <param name="persons">Per person what is known, and what may flow about him.</param>
internal sealed class KnownDigests(IPersonHandles handles, ImmutableArray<(PersonHandle Handle, PersonWhereabouts Known, CategorySet Released)> persons)
{
    private static readonly CategorySet Place = CategorySet.Of(5);

    private const int MostRemembered = 10_000;

    /// <summary>
    /// Forms that are compared in one message: about a second of work. A message with more holds numbers by the hundred thousand, and what cannot be looked at does not leave: it counts as a hidden
    /// place, so that the sender phones.
    /// </summary>
    private const int MostCompared = 500_000;

    private readonly Dictionary<TextForm, CategorySet> _asked = [];
    private int _compared;

    private readonly HashSet<TextFormKind> _kinds = [.. persons.SelectMany(static p => p.Known.Values).Select(static v => v.Kind)];

    /// <summary>True if nothing is known.</summary>
    public bool IsEmpty => persons.All(static p => p.Known.Values.IsEmpty);

    /// <summary>The categories of a form that may not flow; empty if it is not known or may.</summary>
    public CategorySet Hit(TextForm form)
    {
        if (form.Kind is not (TextFormKind.Postcode or TextFormKind.Street or TextFormKind.Telephone or TextFormKind.Bsn) || !_kinds.Contains(form.Kind))
        {
            return default;
        }

        if (!_asked.TryGetValue(form, out var hit))
        {
            if (++_compared > MostCompared)
            {
                return Place;
            }

            foreach (var (handle, known, released) in persons)
            {
                if (!known.Values.IsEmpty && known.Find(form.Kind, WhereaboutsDigest.Of(handles, handle, form)) is { } value)
                {
                    hit |= Forbidden(value, released);
                }
            }

            if (_asked.Count < MostRemembered)
            {
                _asked[form] = hit;
            }
        }

        return hit;
    }

    /// <summary>A hidden place stays one, whatever else it was called; of anything else one released category is enough.</summary>
    private static CategorySet Forbidden(KnownWhereabout value, CategorySet released)
    {
        if (value.IsHidden)
        {
            return Place - released;
        }

        var called = value.Category - Place;
        return called.Overlaps(released) ? default : called;
    }
}
