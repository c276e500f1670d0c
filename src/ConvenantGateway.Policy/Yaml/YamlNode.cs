using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A node of a strictly read YAML file, with its place.</summary>
internal abstract record YamlNode
{
    private YamlNode(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>One value; <paramref name="IsPlain"/> if it stood without quotes.</summary>
    internal sealed record Scalar(Place At, string Value, bool IsPlain) : YamlNode(At);

    /// <summary>A list.</summary>
    internal sealed record Sequence(Place At, ImmutableArray<YamlNode> Items) : YamlNode(At);

    /// <summary>A mapping; keys are unique.</summary>
    internal sealed record Mapping(Place At, ImmutableArray<(Scalar Key, YamlNode Value)> Entries) : YamlNode(At);
}
