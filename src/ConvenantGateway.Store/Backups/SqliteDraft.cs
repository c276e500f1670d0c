namespace ConvenantGateway.Store;

/// <summary>Restores an embedded node: everything is one folder.</summary>
internal sealed class SqliteDraft : RestoreDraft
{
    private readonly DraftFolder _folder;

    private SqliteDraft(DraftFolder folder)
    {
        _folder = folder;
        Place = new SqlitePlace(folder.Path);
    }

    /// <inheritdoc/>
    public override StorePlace Place { get; }

    /// <inheritdoc/>
    public override string State => _folder.Path;

    /// <summary>Begins in the folder that the order names.</summary>
    /// <exception cref="BackupRefusedException">The folder holds something.</exception>
    public static new SqliteDraft Begin(RestoreOrder order) => new(DraftFolder.Begin(order.To));

    /// <inheritdoc/>
    public override void Fill(RestoreOrder order, BackupManifest manifest)
    {
        foreach (var name in manifest.Files.Keys)
        {
            OwnFiles.Copy(Path.Combine(order.From, name), Path.Combine(_folder.Path, name));
        }
    }

    /// <inheritdoc/>
    public override void Finish() => _folder.Finish();
}
