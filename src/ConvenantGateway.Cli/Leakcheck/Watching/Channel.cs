namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Where a gateway can give something away. The names in the report are these in lower case.</summary>
internal enum Channel
{
    /// <summary>The body of an answer that is no error.</summary>
    Body,

    /// <summary>A header, trailer or reason phrase.</summary>
    Header,

    /// <summary>The body of an answer with status 400 or more.</summary>
    Error,

    /// <summary>Standard output: the log lines.</summary>
    Stdout,

    /// <summary>Standard error.</summary>
    Stderr,

    /// <summary>Metrics and health.</summary>
    Metrics,

    /// <summary>Trace activities: names, tags, events, baggage.</summary>
    Trace,

    /// <summary>A receipt: its page and the header <c>Convenant-Receipt</c>.</summary>
    Receipt,

    /// <summary>The checkpoint and the hash tiles.</summary>
    Log,

    /// <summary>A page of the console.</summary>
    Console,

    /// <summary>A file of the gateway: databases, their journals, keys.</summary>
    Disk,

    /// <summary>An export of the log, unpacked.</summary>
    Export,
}
