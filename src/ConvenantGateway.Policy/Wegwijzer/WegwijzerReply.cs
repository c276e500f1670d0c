namespace ConvenantGateway.Policy;

/// <summary>One answer. Immutable.</summary>
/// <param name="Step">The step's id.</param>
/// <param name="Answer">The answer's id.</param>
/// <param name="Text">What the professional wrote; empty for nothing. At most <see cref="WegwijzerRun.MaxText"/> characters.</param>
public sealed record WegwijzerReply(string Step, string Answer, string Text = "");
