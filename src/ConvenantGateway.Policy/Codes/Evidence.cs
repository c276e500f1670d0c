namespace ConvenantGateway.Policy;

/// <summary>
/// The kinds of evidence that a ground or a rule can demand (<c>grounds.yaml</c>: <c>evidence</c>). A set of facts found and checked before the
/// decision; the decision only asks whether they are there. The names in YAML are these in kebab case.
/// </summary>
[Flags]
public enum Evidence
{
    /// <summary>Nothing was shown.</summary>
    None = 0,

    /// <summary>A consent of the betrokkene that is valid for receiver, purpose and date (domain.md 10.3, 12).</summary>
    Consent = 1 << 0,

    /// <summary>Necessity, proportionality and subsidiarity were each stated (domain.md 3.3).</summary>
    Weighing = 1 << 1,

    /// <summary>A valid article 20 decision of the covenant names receiver, categories and purpose (Wpg 20(2)).</summary>
    Article20Decision = 1 << 2,

    /// <summary>The competent authority agreed (Wpg 19, 20).</summary>
    AuthorityAgreement = 1 << 3,

    /// <summary>A treatment relation between sender, receiver and client is stated (7:457(2) BW).</summary>
    TreatmentRelation = 1 << 4,

    /// <summary>The data of police article 8 are under a year old (Wpg 8(1)).</summary>
    RecentArticle8 = 1 << 5,

    /// <summary>A standing permission ("mag weten") of a named professional of the holder covers this receiver and purpose.</summary>
    StandingPermission = 1 << 6,

    /// <summary>The professional cooperation of the receiver is required (Wmo 21h(3), Wmo 2015 5.3.3(3)), as the holder recorded.</summary>
    Cooperation = 1 << 7,

    /// <summary>A reason why the interest of the person or the seriousness requires it (Wmo 2015 4.1.1(2)d).</summary>
    Reason = 1 << 8,
}
