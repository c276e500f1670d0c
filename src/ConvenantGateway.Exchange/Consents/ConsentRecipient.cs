namespace ConvenantGateway.Exchange;

/// <summary>An organisation that received something on a consent.</summary>
/// <param name="Partner">Its id.</param>
/// <param name="First">The first time.</param>
/// <param name="Last">The last time.</param>
/// <param name="Exchanges">How often.</param>
internal sealed record ConsentRecipient(string Partner, DateTimeOffset First, DateTimeOffset Last, int Exchanges);
