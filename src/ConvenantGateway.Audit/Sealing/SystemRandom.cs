using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>
/// Random bytes of the system's own generator (on Linux <c>getrandom</c>), by <c>randombytes_buf</c> of libsodium. The platform's interface asks OpenSSL, which keeps a generator of its own in the process and takes
/// two to three times as long with cold caches. Where libsodium is missing, the platform's. Thread safe.
/// </summary>
internal static unsafe partial class SystemRandom
{
    /// <summary>Fills bytes. libsodium ends the process if the system gives none; the platform throws.</summary>
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
