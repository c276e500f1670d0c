using System.Runtime.InteropServices;

namespace ConvenantGateway.Audit;

/// <summary>libsodium, which the signatures bring: begun once, before any other of its functions. Thread safe.</summary>
internal static partial class NativeSodium
{
    /// <summary>The library's name.</summary>
    public const string Name = "libsodium";

    /// <summary>True where it is there.</summary>
    public static bool IsAvailable { get; } = Begin();

    private static bool Begin()
    {
        try
        {
            return Init() >= 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport(Name, EntryPoint = "sodium_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Init();
}
