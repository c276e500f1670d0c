namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>When a canary may reach the receiver of its resource.</summary>
internal enum CanaryFate
{
    /// <summary>Never: no line lists it, or the line says so.</summary>
    Never = 0,

    /// <summary>With the resource.</summary>
    WithResource,

    /// <summary>With its category.</summary>
    WithCategory,

    /// <summary>With the class of the resource.</summary>
    WithClass,

    /// <summary>Who asks: the asker hears it again, and so does the organisation that was asked.</summary>
    ToParties,
}
