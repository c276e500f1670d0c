using System.Runtime.InteropServices;

namespace ConvenantGateway.Store;

/// <summary>
/// Makes the names in a folder durable. A file that was synced can lose its name at a power cut, if the folder was not (fsync(2)); .NET has no call for it. On Linux; elsewhere
/// nothing is done, as on a file system that cannot sync a folder. Thread safe.
/// </summary>
internal static partial class FolderSync
{
    // Read-only, and not handed on to programs that are started meanwhile; both are the same number on Linux for x64 and arm64.
    private const int CloseOnExec = 0x80000;
    private const int Interrupted = 4;
    private const int NotForFolders = 22;

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
            int error;
            do
            {
                error = Sync(handle) == 0 ? 0 : Marshal.GetLastPInvokeError();
            }
            while (error == Interrupted);
            if (error is not (0 or NotForFolders))
            {
                throw new IOException($"`{folder}` could not be synced (errno {error})");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    /// <summary>Syncs the folder that a folder or file lies in.</summary>
    /// <exception cref="IOException">It could not be synced.</exception>
    public static void RunParent(string path)
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) is { } parent)
        {
            Run(parent);
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
