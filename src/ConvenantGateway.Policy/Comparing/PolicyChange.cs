namespace ConvenantGateway.Policy;

/// <summary>One thing that a candidate policy set decides otherwise, with one concrete request.</summary>
/// <param name="Where">What changed, e.g. <c>ASHG → VO, REFER, push, G-CONSENT, slachtoffer</c> or a file's part.</param>
/// <param name="What">What is allowed or denied by the change, e.g. <c>D04 D14</c>.</param>
/// <param name="Example">A request that comes out otherwise: parties, purpose, initiative, ground, evidence, date, role.</param>
public sealed record PolicyChange(string Where, string What, string Example);
