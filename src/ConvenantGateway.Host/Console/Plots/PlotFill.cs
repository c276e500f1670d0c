namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>How bars are filled: readable in black and white and on paper.</summary>
internal enum PlotFill : byte
{
    /// <summary>Full.</summary>
    Full = 0,

    /// <summary>Lines.</summary>
    Lines = 1,

    /// <summary>An outline only.</summary>
    Outline = 2,
}
