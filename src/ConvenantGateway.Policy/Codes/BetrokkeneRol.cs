namespace ConvenantGateway.Policy;

/// <summary>
/// The role of a betrokkene in a case (design.md section 6), read from <c>Patient.meta.tag</c> of system
/// <c>https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol</c> whose codes are these names in lower case.
/// </summary>
public enum BetrokkeneRol : byte
{
    /// <summary>No role, or one that is not known: nothing may be released.</summary>
    Onbekend = 0,

    /// <summary>(Vermoedelijk) slachtoffer.</summary>
    Slachtoffer = 1,

    /// <summary>(Vermoedelijke) pleger; the code also reads <c>vermoedelijke-pleger</c>.</summary>
    Pleger = 2,

    /// <summary>A child in the household.</summary>
    Kind = 3,

    /// <summary>A witness.</summary>
    Getuige = 4,

    /// <summary>Another member of the household.</summary>
    Huisgenoot = 5,

    /// <summary>Who reported; the identity is D21.</summary>
    Melder = 6,

    /// <summary>A patient in ordinary care (purpose TREAT only).</summary>
    Client = 7,

    /// <summary>Not a person: what is about nobody known.</summary>
    Zaak = 8,

    /// <summary>A child that saw or heard the violence (domain.md 10.5, 19): a victim in the eyes of the law of the young, a witness in those of the police.</summary>
    KindGetuige = 9,

    /// <summary>Who is violent and asks for help of his own accord (domain.md 10.5, 19).</summary>
    Hulpvrager = 10,
}
