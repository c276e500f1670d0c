namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>What ran under one covenant. Counted by the run; not thread safe.</summary>
internal sealed class RunFigures
{
    /// <summary>Exchanges that a rule permits and that went.</summary>
    public int Allowed { get; set; }

    /// <summary>Attempts that were refused, held or answered as absent, as they should be.</summary>
    public int Refused { get; set; }

    /// <summary>All requests.</summary>
    public int Requests { get; set; }

    /// <summary>Rules whose exchange went.</summary>
    public HashSet<string> Exercised { get; } = new(StringComparer.Ordinal);

    /// <summary>Exchanges that a rule permits and that did not go, with the answer.</summary>
    public List<string> Skipped { get; } = [];

    /// <summary>Attempts that should have been refused and were not.</summary>
    public List<string> Unrefused { get; } = [];
}
