namespace ConvenantGateway.Intake;

/// <summary>The gateway's own code and naming systems (<c>docs/fhir-profile.md</c>).</summary>
public static class CodeSystems
{
    private const string Root = "https://convenantgateway.nl/fhir/CodeSystem/";

    /// <summary>Roles of a betrokkene, in <c>Patient.meta.tag</c>.</summary>
    public const string Rol = Root + "betrokkene-rol";

    /// <summary>Categories D01 to D26.</summary>
    public const string Categorie = Root + "gegevenscategorie";

    /// <summary>Origin labels, in <c>meta.security</c>.</summary>
    public const string Herkomst = Root + "herkomst";

    /// <summary>The kind of a Consent: <c>toestemming</c>, <c>mag-weten</c>.</summary>
    public const string Toestemmingsvorm = Root + "toestemmingsvorm";

    /// <summary>Grounds.</summary>
    public const string Grondslag = Root + "grondslag";

    /// <summary>Purposes.</summary>
    public const string Doel = Root + "doel";

    /// <summary>Levels L1 and L2.</summary>
    public const string Statusniveau = Root + "statusniveau";

    /// <summary>Partner slugs.</summary>
    public const string Partner = "https://convenantgateway.nl/fhir/NamingSystem/partner";
}
