namespace ConvenantGateway.Store;

/// <summary>A folder that is its owner's only.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes it with mode 0700 if it does not exist.</summary>
    public static void Make(string path)
    {
        if (!Directory.Exists(path))
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path)
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
