namespace ConvenantGateway.Exchange;

/// <summary>The origin label that binds onward disclosure (domain.md 5.5).</summary>
public enum DataOrigin : byte
{
    /// <summary>No label.</summary>
    Unlabelled = 0,

    /// <summary>Police data (Wpg 7(2) binds the receiver).</summary>
    Wpg = 1,

    /// <summary>Under medical secrecy: a new decision of the source is needed.</summary>
    Medical = 2,

    /// <summary>Huisverbod pieces (Wth 10(2)).</summary>
    Hvb = 3,

    /// <summary>A report to AMK or Veilig Thuis: the reporter is protected.</summary>
    Melding = 4,
}
