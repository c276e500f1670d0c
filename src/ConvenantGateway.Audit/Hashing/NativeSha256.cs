using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>
/// SHA-256 of the system's OpenSSL by its own three functions (<c>SHA256_Init</c>, <c>SHA256_Update</c>, <c>SHA256_Final</c>): the same code as the platform's hash, without the microsecond that its general
/// interface takes per call. Not there on every system: ask <see cref="IsAvailable"/>. Thread safe.
/// </summary>
internal static unsafe class NativeSha256
{
    // SHA256_CTX has 112 bytes in every version of OpenSSL; the rest is room.
    private const int StateSize = 256;

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, int> Init;
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, nuint, int> Update;
    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, int> Final;

#pragma warning disable CA1810 // All three or none, and only if they give the platform's answer.
    static NativeSha256()
#pragma warning restore CA1810
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libcrypto.so.3", out var library) && NativeLibrary.TryGetExport(library, "SHA256_Init", out var init)
            && NativeLibrary.TryGetExport(library, "SHA256_Update", out var update) && NativeLibrary.TryGetExport(library, "SHA256_Final", out var final))
        {
            Init = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, int>)init;
            Update = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, nuint, int>)update;
            Final = (delegate* unmanaged[Cdecl, SuppressGCTransition]<byte*, byte*, int>)final;
            IsAvailable = Agrees();
        }
    }

    /// <summary>True where the functions are there and agree with the platform's.</summary>
    public static bool IsAvailable { get; }

    /// <summary>SHA-256(first ‖ second ‖ third). The parts together must be short (kilobytes): the call holds up the garbage collector.</summary>
    /// <param name="first">A part; may be empty.</param>
    /// <param name="second">A part; may be empty.</param>
    /// <param name="third">A part; may be empty.</param>
    /// <param name="digest">32 bytes.</param>
    /// <exception cref="CryptographicException">It failed, or the digest has another size.</exception>
    public static void Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> digest)
    {
        if (!TryHash(first, second, third, digest))
        {
            throw new CryptographicException("SHA-256 failed");
        }
    }

    [SkipLocalsInit]
    private static bool TryHash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> digest)
    {
        if (digest.Length != SHA256.HashSizeInBytes)
        {
            return false;
        }

        var state = stackalloc byte[StateSize];
        var done = Init(state) & Add(state, first) & Add(state, second) & Add(state, third);
        fixed (byte* to = digest)
        {
            return (done & Final(to, state)) == 1;
        }
    }

    private static int Add(byte* state, ReadOnlySpan<byte> part)
    {
        fixed (byte* from = part)
        {
            return part.IsEmpty ? 1 : Update(state, from, (nuint)part.Length);
        }
    }

    // What fails here is not used; it must not keep the log from starting.
    private static bool Agrees()
    {
        Span<byte> ours = stackalloc byte[SHA256.HashSizeInBytes];
        var input = new byte[200];
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = (byte)i;
        }

        return TryHash(input.AsSpan(0, 3), input.AsSpan(3, 130), input.AsSpan(133), ours) && ours.SequenceEqual(SHA256.HashData(input));
    }
}
