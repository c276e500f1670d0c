using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>Decides what a token may be for (design.md 3.3). Looks at rules and evidence, never at a register. Thread safe.</summary>
public interface ITokenGrants
{
    /// <summary>Evaluates a request. Never throws for input.</summary>
    ValueTask<TokenEvaluation> EvaluateAsync(TokenRequest request, CancellationToken cancellation);

    /// <summary>Records the answer, with the dossier, before it may leave.</summary>
    /// <param name="evaluation">From <see cref="EvaluateAsync"/>.</param>
    /// <param name="body">The exact bytes of the token response.</param>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="shutdown">The host's token, never the request's.</param>
    /// <exception cref="AuditUnavailableException">Nothing may leave.</exception>
    ValueTask<AuditReceipt> RecordAsync(TokenEvaluation evaluation, ReadOnlyMemory<byte> body, int status, CancellationToken shutdown);
}
