using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Audit.Tests;

/// <summary>Keys made from their names, so that golden bytes hold.</summary>
internal sealed class FixedKeys : IRecordKeys
{
    public HashSet<string> Destroyed { get; } = [];

    public ReadOnlyMemory<byte> SearchKey(string viewer) => Key($"search {viewer}");

    public ReadOnlyMemory<byte> SealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) => Key($"seal {viewer} {Convert.ToHexString(person)} {retention}");

    public byte[]? FindSealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) =>
        Destroyed.Contains(Convert.ToHexString(person)) ? null : SealingKey(viewer, person, retention).ToArray();

    private static byte[] Key(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
