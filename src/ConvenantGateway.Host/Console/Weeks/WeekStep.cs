namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>How far a line of the Weekcontrole is. The zero value is the open one.</summary>
internal enum WeekStep : byte
{
    /// <summary>Nobody took it up.</summary>
    Open = 0,

    /// <summary>Somebody will, by a day.</summary>
    Assigned = 1,

    /// <summary>It was judged.</summary>
    Finished = 2,
}
