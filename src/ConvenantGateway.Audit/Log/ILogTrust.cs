namespace ConvenantGateway.Audit;

/// <summary>Whether the log is still what it signed. Thread safe.</summary>
public interface ILogTrust
{
    /// <summary>Why the log is not trusted; null while it is.</summary>
    string? Distrusted { get; }

    /// <summary>
    /// Refuses every append from now on, those that wait in the queue too: what is added to a log that was changed would sign the change. Only a new start on a whole log ends it. The first reason stays.
    /// </summary>
    /// <param name="reason">What was found, such as a finding of a verification; no case data.</param>
    void Distrust(string reason);
}
