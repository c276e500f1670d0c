namespace ConvenantGateway.Exchange;

/// <summary>Which way data went, as the answering organisation saw it.</summary>
internal enum ReportMovement : byte
{
    /// <summary>The answering organisation provided.</summary>
    Provided = 0,

    /// <summary>It received.</summary>
    Received = 1,

    /// <summary>It asked and got nothing.</summary>
    AskedInVain = 2,
}
