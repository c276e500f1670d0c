namespace ConvenantGateway.Development.Certificates;

/// <summary>A name of the development world that gets a certificate and a key (design: region <c>noord</c>). Immutable.</summary>
/// <param name="Id">The slug: file name and common name.</param>
/// <param name="Organisation">The organisation, as the partner's file names it.</param>
/// <param name="Kind">What the name is.</param>
/// <param name="Flaw">What is wrong with its certificate; <see cref="CertificateFlaw.None"/> for a good one.</param>
public sealed record DevelopmentName(string Id, string Organisation, DevelopmentNameKind Kind, CertificateFlaw Flaw = CertificateFlaw.None)
{
    /// <summary>The certificate's subject as .NET writes it (<c>SubjectName.Name</c>): partner and officer files hold exactly this text.</summary>
    public string Subject => $"CN={Id}, O={Organisation}, C=NL";
}
