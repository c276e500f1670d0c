using ConvenantGateway.Exchange;

namespace ConvenantGateway.Intake;

/// <summary>
/// Whom a resource is about: every Patient it names anywhere (direct, in <c>contained</c>, as focus or link); a resource that names none is about whom the resources that it refers to are
/// about. Naming two persons makes it about both: the intersection applies.
/// </summary>
internal sealed class PatientsOf
{
    private readonly Dictionary<int, HashSet<string>> _direct = [];
    private readonly Dictionary<int, HashSet<string>> _all = [];

    /// <summary>Resolves one hop.</summary>
    public PatientsOf(List<BundleEntry> entries, Dictionary<int, List<IntakeReference>> rewritten, BundleReferences references)
    {
        var indexOf = entries.ToDictionary(e => $"{e.Type}/{references.Ids[e.Index]}", static e => e.Index, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var patients = rewritten[entry.Index].Select(static r => r.Target).Where(static t => t.StartsWith("Patient/", StringComparison.Ordinal));
            _direct[entry.Index] = entry.Type == "Patient" ? [.. patients, $"Patient/{references.Ids[entry.Index]}"] : [.. patients];
        }

        foreach (var entry in entries)
        {
            var own = _direct[entry.Index];
            _all[entry.Index] = own.Count > 0
                ? own
                : [.. rewritten[entry.Index].Where(r => indexOf.ContainsKey(r.Target)).SelectMany(r => _direct[indexOf[r.Target]])];
        }
    }

    /// <summary><c>Patient/id</c> of everybody the entry is about.</summary>
    public IEnumerable<string> Of(int entry) => _all[entry];
}
