namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One element, readable.</summary>
/// <param name="Label">What it is, in Dutch.</param>
/// <param name="Text">The value.</param>
/// <param name="IsWithheld">The element stands masked: it was not provided.</param>
internal sealed record ReferralRow(string Label, string Text, bool IsWithheld);
