using System.Buffers;

namespace ConvenantGateway.Filter;

/// <summary>The form of what may be passed on as the name of a resource: what is no <c>id</c> by R4's own rule could be anything.</summary>
internal static class BundleIds
{
    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    /// <summary>True for 1 to 64 letters, digits, hyphens and dots (R4, datatypes, <c>id</c>).</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is > 0 and <= 64 && !text.ContainsAnyExcept(IdBytes);

    /// <summary>True for <c>urn:uuid:</c> with 36 of those characters.</summary>
    public static bool IsUuidUrn(ReadOnlySpan<byte> text) => text.Length == 45 && text.StartsWith("urn:uuid:"u8) && IsId(text[9..]);
}
