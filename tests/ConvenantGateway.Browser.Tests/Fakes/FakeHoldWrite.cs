using ConvenantGateway.Exchange;

namespace ConvenantGateway.Browser.Tests;

/// <summary>What laying or lifting a hold does, carried out with its record.</summary>
internal sealed record FakeHoldWrite(Action Carry) : IOrderWrites;
