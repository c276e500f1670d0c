using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>
/// Whom a resource is about: every Patient it names or contains anywhere (subject, focus, link, in <c>contained</c>). A resource that names none is about whom the resources that it refers to are
/// about, however far, round in circles or outside the message. One that names its persons is about them and follows nothing: a referral with three annexes would else make each about all.
/// Naming two persons makes it about both: the intersection applies.
/// </summary>
internal sealed class PatientsOf
{
    private readonly Dictionary<int, HashSet<string>> _direct = [];
    private readonly Dictionary<int, HashSet<string>> _all = [];

    /// <summary>Resolves all references.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="rewritten">Their references.</param>
    /// <param name="references">The assigned ids.</param>
    /// <param name="contained">Contained Patients: entry index and id.</param>
    public PatientsOf(List<BundleEntry> entries, Dictionary<int, List<IntakeReference>> rewritten, BundleReferences references, ILookup<int, string> contained)
    {
        var indexOf = entries.ToDictionary(e => $"{e.Type}/{references.Ids[e.Index]}", static e => e.Index, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var named = rewritten[entry.Index].Select(static r => r.Target).Where(IsPatient).Concat(contained[entry.Index].Select(static id => $"Patient/{id}"));
            _direct[entry.Index] = entry.Type == "Patient" ? [.. named, $"Patient/{references.Ids[entry.Index]}"] : [.. named];
        }

        foreach (var entry in entries)
        {
            _all[entry.Index] = _direct[entry.Index].Count > 0 ? _direct[entry.Index] : Followed(entry.Index, rewritten, indexOf);
        }
    }

    /// <summary><c>Patient/id</c> of everybody the entry is about, and <c>Type/id</c> of what lies outside the message and brings its own persons.</summary>
    public IReadOnlySet<string> Of(int entry) => _all[entry];

    /// <summary>True for a reference to a Patient.</summary>
    public static bool IsPatient(string target) => target.StartsWith("Patient/", StringComparison.Ordinal);

    private HashSet<string> Followed(int start, Dictionary<int, List<IntakeReference>> rewritten, Dictionary<string, int> indexOf)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<int> { start };
        var left = new Stack<int>(seen);
        while (left.TryPop(out var at))
        {
            foreach (var reference in rewritten[at])
            {
                if (!reference.IsInside)
                {
                    found.Add(reference.Target);
                }
                else if (indexOf.TryGetValue(reference.Target, out var next) && seen.Add(next))
                {
                    found.UnionWith(_direct[next]);
                    if (_direct[next].Count == 0)
                    {
                        left.Push(next);
                    }
                }
            }
        }

        return found;
    }
}
