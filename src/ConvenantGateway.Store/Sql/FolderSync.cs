using System.Runtime.InteropServices;

namespace ConvenantGateway.Store;

/// <summary>
/// Makes the names in a folder durable. A file that was synced can lose its name at a power cut, if the folder was not (fsync(2)); .NET has no call for it. Where a system keeps names by itself (Windows), nothing
/// is done. Thread safe.
/// </summary>
internal static partial class FolderSync
{
    // Read-only, and not handed on to programs that are started meanwhile; both are the same number on Linux for x64 and arm64.
    private const int CloseOnExec = 0x80000;

    /// <summary>Syncs a folder.</summary>
    /// <exception cref="IOException">It could not be synced: a name in it may be lost.</exception>
    public static void Run(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = Open(folder, CloseOnExec);
        if (handle < 0)
        {
            throw new IOException($"`{folder}` could not be opened to be synced (errno {Marshal.GetLastPInvokeError()})");
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw new IOException($"`{folder}` could not be synced (errno {Marshal.GetLastPInvokeError()})");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
