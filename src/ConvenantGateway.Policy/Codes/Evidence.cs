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

    /// <summary>The data of police article 8 are under a year old (Wpg 8(1)), or came out of a comparison (Wpg 8(2)).</summary>
    RecentArticle8 = 1 << 5,

    /// <summary>A standing permission ("mag weten") of a named professional of the holder covers this receiver and purpose.</summary>
    StandingPermission = 1 << 6,

    /// <summary>The professional cooperation of the receiver is required (Wmo 21h(3), Wmo 2015 5.3.3(3)), as the holder recorded.</summary>
    Cooperation = 1 << 7,

    /// <summary>A reason why the interest of the person or the seriousness requires it (Wmo 2015 4.1.1(2)d).</summary>
    Reason = 1 << 8,

    /// <summary>The asker stated nature, seriousness and content of the report that is investigated (domain.md 4.3(a)3).</summary>
    RequestReason = 1 << 9,

    /// <summary>The decree of the huisverbod is named (Wth 2).</summary>
    Decree = 1 << 10,

    /// <summary>The written permission of Minister or burgemeester is named (Bpg 4:7).</summary>
    Permission = 1 << 11,

    /// <summary>A research protocol is named and no objection was noted (7:458(3) BW).</summary>
    Protocol = 1 << 12,

    /// <summary>Urgent for the police task, and the designated functionary was consulted (Bpg 4:5).</summary>
    FunctionaryConsulted = 1 << 13,

    /// <summary>A second named person agreed.</summary>
    SecondPerson = 1 << 14,

    /// <summary>The receiving officer is named; one time.</summary>
    NamedOfficer = 1 << 15,

    /// <summary>The article that obliges is named.</summary>
    Article = 1 << 16,

    /// <summary>The special condition that was imposed is named.</summary>
    Condition = 1 << 17,

    /// <summary>A professional of the source decided anew about passing on (7:457 BW).</summary>
    SourceDecision = 1 << 18,

    /// <summary>The burgemeester designated the instance for advice or help (Wth 2(8), 2(9)).</summary>
    Designation = 1 << 19,

    /// <summary>The AMK was consulted before imposing for child abuse (Wth 2(3)).</summary>
    AmkConsulted = 1 << 20,

    /// <summary>A line of necessity for each of D15, D16 and D22 (domain.md 10.4 ).</summary>
    NecessityLines = 1 << 21,

    /// <summary>The steps b to d of the meldcode were recorded, or skipped with a reason. Its lack warns and never denies.</summary>
    Meldcode = 1 << 22,
}
