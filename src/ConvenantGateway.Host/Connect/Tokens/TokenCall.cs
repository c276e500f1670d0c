using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Connect;

/// <summary>One token request on its way through OpenIddict: a feature of the request. Not thread safe.</summary>
/// <param name="call">Who calls, under which transaction and policy.</param>
internal sealed class TokenCall(ExchangeCall call)
{
    /// <summary>The call.</summary>
    public ExchangeCall Call { get; } = call;

    /// <summary>The outcome, once the client is authenticated; null if OpenIddict refused before that.</summary>
    public TokenEvaluation? Evaluation { get; set; }

    /// <summary>The OAuth error, or empty.</summary>
    public string Error { get; set; } = "";

    /// <summary>Our code of it, or empty.</summary>
    public string Code { get; set; } = "";

    /// <summary>The permanent code of a refusal that OpenIddict itself makes.</summary>
    public static string CodeOf(string error) => error switch
    {
        "invalid_client" => "CG-CONNECT-030",
        "unsupported_grant_type" => "CG-CONNECT-031",
        "invalid_target" => "CG-CONNECT-032",
        "invalid_scope" => "CG-CONNECT-033",
        _ => "CG-CONNECT-034",
    };
}
