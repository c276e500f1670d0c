using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Which labels make data received data: every label but that of the sender's own kind of data (domain.md 5.5). Pure.</summary>
internal static class OnwardLabels
{
    /// <summary>The labels that bind passing on; none for the sender's own data.</summary>
    public static DataOrigins Of(PartyKind sender, DataOrigins labels) => labels & ~OwnOf(sender);

    /// <summary>What a label is called in a reason.</summary>
    public static string Name(DataOrigins labels) => labels switch
    {
        DataOrigins.Wpg => "politie (WPG)",
        DataOrigins.Medical => "medisch (MEDICAL)",
        DataOrigins.Melding => "een melding (MELDING)",
        DataOrigins.Hvb => "een huisverbod (HVB)",
        _ => "meer dan een bron of een onbekende",
    };

    private static DataOrigins OwnOf(PartyKind sender) => sender.Code switch
    {
        "POL" => DataOrigins.Wpg,
        "ZH" or "HA" or "GGZ" or "TZ" or "GGD" or "JGZ" => DataOrigins.Medical,
        "AMK" or "VT" => DataOrigins.Melding,
        "BURG" or "HOVJ" => DataOrigins.Hvb,
        _ => DataOrigins.None,
    };
}
