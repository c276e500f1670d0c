using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>
/// Random bytes of the system's own generator (on Linux <c>getrandom</c>), by <c>randombytes_buf</c> of libsodium. The platform's interface asks OpenSSL, which has a generator of its own in the process: with cold
/// caches that takes three times as long, and whoever copies the running machine copies its state. Thread safe.
/// </summary>
internal static unsafe partial class SystemRandom
{
    /// <summary>Fills bytes; a system that gives none ends the process.</summary>
    public static void Fill(Span<byte> bytes)
    {
        if (!NativeSodium.IsAvailable)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        fixed (byte* to = bytes)
        {
            Buffer(to, (nuint)bytes.Length);
        }
    }

    [LibraryImport(NativeSodium.Name, EntryPoint = "randombytes_buf")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Buffer(byte* to, nuint size);
}
