using System.Text.Json.Serialization;

namespace ConvenantGateway.Exchange;

/// <summary>A consent as evidence (domain.md 10.3, 12).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ConsentDetails
{
    /// <summary><c>Consent/id</c> in the caller's own register; nothing else may stand beside it.</summary>
    public string? Reference { get; init; }

    /// <summary>The index in <c>about</c> of the person; 0 if absent.</summary>
    public int About { get; init; }

    public string? Giver { get; init; }

    /// <summary><c>self</c>, <c>legal-representative</c>, <c>mentor</c>, <c>curator</c>.</summary>
    public string? Capacity { get; init; }

    /// <summary><c>curatele</c> or <c>mentorschap</c>; null for neither.</summary>
    public string? Incapacity { get; init; }

    /// <summary>The representative is the suspected pleger: the consent is not valid.</summary>
    public bool? RepresentativeIsSuspect { get; init; }

    /// <summary>A minor of 12 to 15 agreed too.</summary>
    public bool? MinorAgrees { get; init; }

    /// <summary>A minor who consents alone can weigh what it means.</summary>
    public bool? Capable { get; init; }

    /// <summary>The suspected pleger was there.</summary>
    public bool? SuspectPresent { get; init; }

    /// <summary>Family was there.</summary>
    public bool? FamilyPresent { get; init; }

    public bool? SpokenAlone { get; init; }

    public IReadOnlyList<string>? Recipients { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public string? Purpose { get; init; }

    public string? Given { get; init; }

    public string? Until { get; init; }

    public string? Form { get; init; }

    /// <summary>Said in so many words; needed for special data where the form is oral.</summary>
    public bool? Explicit { get; init; }

    public string? Withdrawn { get; init; }

    public string? Language { get; init; }

    public bool? IndependentInterpreter { get; init; }
}
