namespace ConvenantGateway.Store;

/// <summary>A prepared statement that lives as long as its connection. Bind, then step. Not thread safe, like its connection.</summary>
internal abstract class Statement
{
    /// <summary>Binds a number to <c>?index</c>.</summary>
    public abstract Statement Bind(int index, long value);

    /// <summary>Binds a text; null is NULL.</summary>
    public abstract Statement Bind(int index, string? value);

    /// <summary>Binds bytes.</summary>
    public abstract Statement Bind(int index, ReadOnlySpan<byte> value);

    /// <summary>The next row; false at the end, where the statement is reset.</summary>
    public abstract bool Step();

    /// <summary>Runs a statement without rows to its end.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>
    /// Runs a statement whose rows and count nobody asks for. An engine may keep it until the next statement that is not run later, and send them together; failures then come there. The order stays.
    /// </summary>
    /// <param name="uniqueness">What a broken constraint means, as the message of a <see cref="Audit.CompanionConflictException"/>; null: it stays the engine's failure.</param>
    public abstract void RunLater(string? uniqueness = null);

    /// <summary>Ends a read early, so that it does not keep a snapshot.</summary>
    public abstract void Reset();

    /// <summary>A number of the row.</summary>
    public abstract long Long(int column);

    /// <summary>A number of the row that fits.</summary>
    public int Int(int column) => checked((int)Long(column));

    /// <summary>A text of the row.</summary>
    public abstract string Text(int column);

    /// <summary>A text of the row as UTF-8; valid until the next step or reset.</summary>
    public virtual ReadOnlySpan<byte> Utf8(int column) => System.Text.Encoding.UTF8.GetBytes(Text(column));

    /// <summary>A text of the row, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Bytes of the row; valid until the next step or reset.</summary>
    public abstract ReadOnlySpan<byte> Span(int column);

    /// <summary>Bytes of the row, to keep.</summary>
    public virtual byte[] Bytes(int column) => Span(column).ToArray();

    /// <summary>True if the column is NULL.</summary>
    public abstract bool IsNull(int column);
}
