namespace ConvenantGateway.Development.Stories;

/// <summary>What the stories need to know to play (design.md 3.5, <c>demo</c>). Immutable.</summary>
public sealed record StoryOptions
{
    /// <summary>The partner listener, e.g. <c>https://localhost:8443</c>.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>The console, named in the closing lines, e.g. <c>https://localhost:8444</c>.</summary>
    public required Uri ConsoleBaseUri { get; init; }

    /// <summary>Where the development certificates stand: <c>ca.crt</c> and <c>{name}.p12</c>.</summary>
    public required string CertificatesDirectory { get; init; }

    /// <summary>The covenant in force, e.g. <c>modelconvenant-2009</c>.</summary>
    public required string Covenant { get; init; }

    /// <summary>The date whose law decides: the re-enacted date, else today.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>Where the report goes; not disposed.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>What the officers do afterwards; null: that chapter is not played and the report says so.</summary>
    public IStoryOfficers? Officers { get; init; }

    /// <summary>True from 2015: Veilig Thuis stands in the place of ASHG and AMK (domain.md 10.5).</summary>
    internal bool HasVeiligThuis => LawDate >= new DateOnly(2015, 1, 1);
}
