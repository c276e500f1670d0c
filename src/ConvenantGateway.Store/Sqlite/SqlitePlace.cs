namespace ConvenantGateway.Store;

/// <summary>A folder with <c>convenant.db</c>, <c>keys.db</c> and <c>convenant.lock</c>.</summary>
internal sealed class SqlitePlace(string folder) : StorePlace
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public override int MostReaders => int.MaxValue;

    /// <inheritdoc/>
    public override string Migrations => "";

    /// <inheritdoc/>
    public override bool HoldsState => true;

    /// <inheritdoc/>
    public override string Name => _folder;

    /// <inheritdoc/>
    public override Database OpenWriting()
    {
#pragma warning disable CA2000 // The database lets it go, once it is open.
        var held = WriterLock.TakeFolder(_folder);
#pragma warning restore CA2000
        try
        {
            return SqliteDatabase.OpenWriting(Path.Combine(_folder, "convenant.db"), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Database OpenReading() => SqliteDatabase.OpenReading(Path.Combine(_folder, "convenant.db"));

    /// <inheritdoc/>
    public override Database OpenKeys()
    {
        var database = SqliteDatabase.OpenWriting(Path.Combine(_folder, "keys.db"));
        try
        {
            database.Expect("PRAGMA secure_delete = ON", "1");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Database OpenKeysReading()
    {
        var path = Path.Combine(_folder, "keys.db");
        return File.Exists(path) ? SqliteDatabase.OpenReading(path) : throw new FileNotFoundException($"there is no key file `{path}`", path);
    }
}
