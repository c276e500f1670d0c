using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The digests of earlier messages that count for one scan: those of its persons, without what may flow to this receiver. Not thread safe.</summary>
internal sealed class KnownDigests
{
    private static readonly CategorySet Place = CategorySet.Of(5);

    private const int MostRemembered = 10_000;

    /// <summary>
    /// Digests that are made for one message: about a second of work. A message with more holds numbers by the hundred thousand, or persons by the hundred with numbers by the thousand, and what cannot be looked at
    /// does not leave: it counts as a hidden place, so that the sender phones.
    /// </summary>
    private const int MostMade = 500_000;

    /// <summary>Addresses and numbers that one message may be compared with, and what each person of it adds: who names more is looking for one (ADR 0009).</summary>
    private const int MostProbed = 200;
    private const int MostProbedOfAPerson = 4;

    /// <summary>What stands behind a number of four digits more often than the letters of a postcode.</summary>
    private static readonly HashSet<string> NotAPostcode = new(StringComparer.Ordinal) { "ML", "MG", "KG", "CM", "MM", "GR", "UR", "JR", "IS", "EN", "OF", "DE", "OP", "IN", "TE", "ER", "ZE", "ZO" };

    private readonly IPersonHandles _handles;
    private readonly ImmutableArray<PersonHandle> _persons;
    private readonly int _mostProbed;
    private readonly Dictionary<(TextFormKind Kind, string Digest), CategorySet> _forbidden = [];
    private readonly HashSet<TextFormKind> _kinds = [];
    private readonly Dictionary<TextForm, CategorySet> _asked = [];
    private int _made;
    private int _probed;

    /// <param name="handles">Makes digests.</param>
    /// <param name="persons">Per person what is known, and what may flow about him.</param>
    public KnownDigests(IPersonHandles handles, ImmutableArray<(PersonHandle Handle, PersonWhereabouts Known, CategorySet Released)> persons)
    {
        _handles = handles;
        _persons = [.. persons.Where(static p => !p.Known.Values.IsEmpty).Select(static p => p.Handle).Distinct()];
        _mostProbed = MostProbed + (MostProbedOfAPerson * persons.Length);
        foreach (var (_, known, released) in persons)
        {
            foreach (var value in known.Values)
            {
                _forbidden[(value.Kind, value.Digest)] = _forbidden.GetValueOrDefault((value.Kind, value.Digest)) | Forbidden(value, released);
                _kinds.Add(value.Kind);
            }
        }
    }

    /// <summary>True if nothing is known.</summary>
    public bool IsEmpty => _forbidden.Count == 0;

    /// <summary>The categories of a form that may not flow; empty if it is not known or may.</summary>
    public CategorySet Hit(TextForm form)
    {
        if (form.Kind is not (TextFormKind.Postcode or TextFormKind.Street or TextFormKind.Telephone or TextFormKind.Bsn) || !_kinds.Contains(form.Kind))
        {
            return default;
        }

        if (_asked.TryGetValue(form, out var hit))
        {
            return hit;
        }

        _made += _persons.Length;
        _probed += IsProbe(form) ? 1 : 0;
        if (_made > MostMade || _probed > _mostProbed)
        {
            return Place;
        }

        foreach (var handle in _persons)
        {
            hit |= _forbidden.GetValueOrDefault((form.Kind, WhereaboutsDigest.Of(_handles, handle, form)));
        }

        if (_asked.Count < MostRemembered)
        {
            _asked[form] = hit;
        }

        return hit;
    }

    /// <summary>True for what is an address or a number at sight; most readings of a text with numbers are neither.</summary>
    private static bool IsProbe(TextForm form) => form.Kind switch
    {
        TextFormKind.Postcode => !NotAPostcode.Contains(form.Value[4..]),
        TextFormKind.Street => ValueForms.LooksLikeAStreet(form.Value),
        TextFormKind.Telephone => form.Value.Length == 10 && form.Value[0] == '0',
        _ => false,
    };

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
