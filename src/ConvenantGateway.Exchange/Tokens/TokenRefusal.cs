namespace ConvenantGateway.Exchange;

/// <summary>A refused token request.</summary>
/// <param name="Error">OAuth error: <c>invalid_authorization_details</c>, <c>invalid_target</c>, <c>access_denied</c> …</param>
/// <param name="Description">Dutch; lists what is missing and whom to phone; never a value, and the same for a known and an unknown person.</param>
/// <param name="Code">Permanent code <c>CG-…</c>.</param>
public sealed record TokenRefusal(string Error, string Description, string Code);
