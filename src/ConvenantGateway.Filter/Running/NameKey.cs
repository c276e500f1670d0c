using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>
/// The first bytes of a property name, its last and its length. Equal names have equal keys; equal keys of names up to <see cref="Whole"/> bytes are equal names.
/// </summary>
/// <param name="First">The first eight bytes, or four, or up to three.</param>
/// <param name="Last">The last eight, or four; they may overlap the first.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct NameKey(ulong First, ulong Last, int Length)
{
    /// <summary>Names up to this length stand in their key entirely.</summary>
    public const int Whole = 16;

    /// <summary>A number that spreads keys; equal numbers prove nothing.</summary>
    public ulong Hash => First ^ BitOperations.RotateLeft(Last, 23) ^ (uint)Length;

    /// <summary>The key of a name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NameKey Of(ReadOnlySpan<byte> name)
    {
        var length = name.Length;
        if (length >= 8)
        {
            return new NameKey(BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[(length - 8)..]), length);
        }

        if (length >= 4)
        {
            return new NameKey(BinaryPrimitives.ReadUInt32LittleEndian(name), BinaryPrimitives.ReadUInt32LittleEndian(name[(length - 4)..]), length);
        }

        return length == 0 ? default : new NameKey(name[0] | ((ulong)name[length / 2] << 8) | ((ulong)name[length - 1] << 16), 0, length);
    }
}
