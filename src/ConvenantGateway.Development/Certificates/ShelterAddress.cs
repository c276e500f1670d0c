namespace ConvenantGateway.Development.Certificates;

/// <summary>The invented address of the shelter in the development world, in the normalized forms that intake hashes and compares: postcode, postcode and number, telephone.</summary>
internal static class ShelterAddress
{
    /// <summary>The partner that supplies it.</summary>
    public const string Partner = "vrouwenopvang-noord";

    /// <summary>Beukenlaan 5, 9700 AB, 050-5550142.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["9700AB", "9700AB|5", "0505550142"];
}
