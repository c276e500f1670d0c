namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>How bars are filled: readable in black and white and on paper.</summary>
internal enum PlotFill : byte
{
    /// <summary>Full.</summary>
    Full = 0,

    /// <summary>Slanted lines.</summary>
    Lines = 1,

    /// <summary>An outline with dots.</summary>
    Dots = 2,
}
