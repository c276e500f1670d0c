using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>
/// Whom the entries of a Bundle are about. A resource that names a Patient is about every Patient it names; one that names none is about whom the resources are about that it refers to, and so on. What
/// points outside the Bundle to a Patient makes it about an outsider. When that cannot be found in bounded work, the entry counts as naming an outsider: it is then withheld.
/// </summary>
internal static class BundlePersons
{
    private const int StepsPerReference = 64;

    /// <summary>Nobody's record is about more people than this; a Bundle that says so wants our time.</summary>
    private const int MostPersons = 64;

    /// <summary>Resolves all references and fills the persons of every entry.</summary>
    public static void Resolve(ReadOnlySpan<byte> input, BundleIndex index)
    {
        for (var i = 0; i < index.EntryList.Count; i++)
        {
            ref readonly var entry = ref index.EntryList.Items[i];
            if (!entry.Type.IsEmpty && !entry.Id.IsEmpty)
            {
                index.Targets.Add(input, entry.Type, entry.Id, i);
            }

            if (entry.FullUrl.Of(input).StartsWith("urn:uuid:"u8))
            {
                index.Targets.Add(input, default, entry.FullUrl, i);
            }
        }

        foreach (ref var reference in index.ReferenceList.Items)
        {
            var target = reference.Target.Of(input);
            reference = reference with { Entry = index.Targets.Find(input, reference.IsEscaped ? Encoding.UTF8.GetBytes(JsonText.Read(target, isEscaped: true)) : target) };
        }

        var steps = Math.Max(4096, StepsPerReference * index.ReferenceList.Count);
        for (var i = 0; i < index.EntryList.Count; i++)
        {
            ref var entry = ref index.EntryList.Items[i];
            var first = index.PersonList.Count;
            var names = entry.NamesOutsider;
            Gather(input, index, i, first, ref names, ref steps);
            entry = entry with { FirstPerson = first, PersonCount = index.PersonList.Count - first, NamesOutsider = names };
        }
    }

    private static void Gather(ReadOnlySpan<byte> input, BundleIndex index, int entry, int first, ref bool namesOutsider, ref int steps)
    {
        if (IsPatient(input, index, entry))
        {
            index.PersonList.Add(entry);
        }

        // Those still to visit stand behind a marker of their own in a list that is reused; an entry is visited once.
        var visits = index.Visits;
        visits.Begin(index.EntryList.Count);
        visits.Add(entry);
        for (var at = 0; at < visits.Count; at++)
        {
            var isDirect = at == 0;
            foreach (var reference in index.ReferencesOf(visits[at]))
            {
                if (--steps < 0)
                {
                    namesOutsider = true;
                    return;
                }

                if (reference.Entry < 0)
                {
                    namesOutsider |= MayNameSomebody(reference.Target.Of(input), reference.IsEscaped);
                }
                else if (IsPatient(input, index, reference.Entry))
                {
                    if (!index.PersonList.Items[first..].Contains(reference.Entry))
                    {
                        index.PersonList.Add(reference.Entry);
                    }

                    if (index.PersonList.Count - first > MostPersons)
                    {
                        namesOutsider = true;
                        return;
                    }
                }
                else
                {
                    // What it does not tell of itself it may hide there: a contained person, or a type that cannot be read.
                    ref readonly var target = ref index.EntryList.Items[reference.Entry];
                    namesOutsider |= target.NamesOutsider || target.Type.IsEmpty;
                    visits.Add(reference.Entry);
                }
            }

            if (isDirect && (index.PersonList.Count > first || namesOutsider))
            {
                return;
            }
        }
    }

    /// <summary>True for a text that may name a person: <c>Patient</c>, <c>Person</c> or <c>Group</c> in any form, and what cannot be read.</summary>
    private static bool MayNameSomebody(ReadOnlySpan<byte> target, bool isEscaped) =>
        isEscaped || target.IndexOf("Patient"u8) >= 0 || target.IndexOf("Person"u8) >= 0 || target.IndexOf("Group"u8) >= 0 || target.StartsWith("urn:"u8);

    private static bool IsPatient(ReadOnlySpan<byte> input, BundleIndex index, int entry) => index.Entries[entry].Type.Of(input).SequenceEqual("Patient"u8);
}
