using System.Runtime.InteropServices;

namespace ConvenantGateway.Store;

/// <summary>
/// The calls of SQLite that are made once per row or per value, on the pointer of a statement: through the package each counts a reference to its handle and back, which takes longer than the call. The library
/// is the package's own. A reader of columns returns at once and so need not let the garbage collector in.
/// </summary>
internal static partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>The next row; a result code.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Step(nint statement);

    /// <summary>A number.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    public static partial long Long(nint statement, int column);

    /// <summary>Bytes, or a text as it is stored; valid until the next step or reset.</summary>
    public static unsafe ReadOnlySpan<byte> Span(nint statement, int column)
    {
        var bytes = Blob(statement, column);
        return bytes == 0 ? default : new ReadOnlySpan<byte>((void*)bytes, Bytes(statement, column));
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial nint Blob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial int Bytes(nint statement, int column);
}
