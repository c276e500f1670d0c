namespace ConvenantGateway.Development.Certificates;

/// <summary>Writes a file only if its bytes differ, whole or not at all.</summary>
internal static class ChangedFile
{
    /// <summary>Writes; true if the file changed.</summary>
    public static bool Write(string path, byte[] bytes)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        var draft = path + ".new";
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, path, overwrite: true);
        return true;
    }
}
