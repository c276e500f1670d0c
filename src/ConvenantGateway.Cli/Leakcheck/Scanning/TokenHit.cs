namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A canary that was found.</summary>
/// <param name="Canary">Which.</param>
/// <param name="Encoding">In what form: <c>plain</c>, <c>utf-16</c>, <c>hex</c>, <c>percent</c>, <c>json-escape</c>, <c>base64</c>.</param>
internal readonly record struct TokenHit(Canary Canary, string Encoding);
