using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Policy;

/// <summary>How to load a policy set.</summary>
public sealed record PolicyLoadOptions
{
    /// <summary>The covenant to put in force.</summary>
    public required string Covenant { get; init; }

    /// <summary>Anchors that lie outside the policy folder, for covenant signatures (<c>x5c</c>) and the operator's. Empty: nobody has signed (check, test and prove run so).</summary>
    public required IReadOnlyList<X509Certificate2> Anchors { get; init; }

    /// <summary>The instant at which signatures' certificates must be valid.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>
    /// Asked of each signer's certificate that chains: why it is refused nevertheless (revoked, no fresh revocation list), or null. Null asks nobody: the command line, which serves nobody.
    /// </summary>
    public Func<X509Certificate2, string?>? SignerRefusal { get; init; }

    /// <summary>True only in Development.</summary>
    public required bool AllowReenactment { get; init; }

    /// <summary>
    /// Take every party as having signed: for check, test, explain, prove and diff, which ask what the rules say and never serve anyone. A serving host leaves it false.
    /// </summary>
    public bool AssumeSigned { get; init; }

    /// <summary>The certificate subject that signs partners, officers and pins; null: any officer of role <c>beheer</c>.</summary>
    public string? OperatorSubject { get; init; }
}
