using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A policy set that is put in force: its files, unless they are stored already, and the activation.</summary>
/// <param name="Files">All files that were read.</param>
/// <param name="Activation">The activation; its sequence is given by the store.</param>
public sealed record PolicySetWrite(PolicyFiles Files, PolicySetActivation Activation);
