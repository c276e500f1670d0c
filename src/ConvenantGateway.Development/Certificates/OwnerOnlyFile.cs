namespace ConvenantGateway.Development.Certificates;

/// <summary>Writes files that only their owner may read.</summary>
internal static class OwnerOnlyFile
{
    /// <summary>Replaces the file; it never exists with wider rights than 0600.</summary>
    public static void Write(string path, byte[] bytes)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(bytes);
    }
}
