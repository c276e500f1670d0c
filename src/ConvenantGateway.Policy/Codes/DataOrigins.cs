namespace ConvenantGateway.Policy;

/// <summary>
/// Where received data came from, as their label says: what binds passing them on (domain.md 5.5). None for the sender's own data. One label allows what
/// <c>onward.yaml</c> and the rule allow; two conflicting labels, or one that nobody knows, allow nothing.
/// </summary>
[Flags]
public enum DataOrigins : byte
{
    /// <summary>The sender's own data.</summary>
    None = 0,

    /// <summary>From the police: Wpg 7(2) binds the receiver.</summary>
    Wpg = 1,

    /// <summary>From under medical secrecy: a new decision of the source is needed (7:457 BW).</summary>
    Medical = 2,

    /// <summary>From a report to AMK or Veilig Thuis: the reporter is protected.</summary>
    Melding = 4,

    /// <summary>From the pieces of a huisverbod (Wth 10(2)).</summary>
    Hvb = 8,

    /// <summary>A label that is in no list.</summary>
    Unknown = 128,
}
