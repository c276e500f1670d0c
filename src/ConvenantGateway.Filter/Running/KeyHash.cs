using System.Buffers.Binary;
using System.Numerics;

namespace ConvenantGateway.Filter;

/// <summary>A quick number for a property name: of its first eight bytes, its last eight and its length. Equal names have equal numbers; equal numbers prove nothing.</summary>
internal static class KeyHash
{
    /// <summary>The number.</summary>
    public static ulong Of(ReadOnlySpan<byte> name)
    {
        var length = name.Length;
        if (length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(name) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(name[(length - 8)..]), 23) ^ (uint)length;
        }

        if (length >= 4)
        {
            return (BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[(length - 4)..]) << 32)) ^ (uint)length;
        }

        return length == 0 ? 0 : (name[0] | ((ulong)name[length / 2] << 8) | ((ulong)name[length - 1] << 16)) ^ (uint)length;
    }
}
