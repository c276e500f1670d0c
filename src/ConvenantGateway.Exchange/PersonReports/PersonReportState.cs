namespace ConvenantGateway.Exchange;

/// <summary>Where a request for a person report stands.</summary>
public enum PersonReportState : byte
{
    /// <summary>Taken in.</summary>
    Asked = 0,

    /// <summary>One officer prepared it; another may release it.</summary>
    Prepared = 1,

    /// <summary>Released: it may be handed over.</summary>
    Released = 2,

    /// <summary>Refused in writing.</summary>
    Refused = 3,

    /// <summary>Sent on: the organisation answers outside the gateway.</summary>
    Forwarded = 4,
}
