namespace ConvenantGateway.Store;

/// <summary>A folder that is made under another name beside its own, and gets its own at the end. Immutable.</summary>
/// <param name="Target">Its own name.</param>
/// <param name="Path">The name until then.</param>
internal sealed record DraftFolder(string Target, string Path)
{
    /// <summary>Begins: the target is empty, and what an earlier try left is gone.</summary>
    /// <exception cref="BackupRefusedException">The target holds something.</exception>
    public static DraftFolder Begin(string target)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        OwnFiles.EmptyFolder(full);
        var draft = new DraftFolder(full, full + ".restoring");
        if (Directory.Exists(draft.Path))
        {
            // Left by a restore that was broken off: it was never served.
            Directory.Delete(draft.Path, recursive: true);
        }

        OwnFiles.EmptyFolder(draft.Path);
        return draft;
    }

    /// <summary>Gives it its name.</summary>
    public void Finish()
    {
        Directory.Delete(Target);
        FolderSync.Run(Path);
        Directory.Move(Path, Target);
        FolderSync.RunParent(Target);
    }
}
