using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>Rows read into memory, so that the connection is free for other statements while they are looked at. Not thread safe.</summary>
internal sealed class PostgresRows
{
    private static readonly object Null = new();

    private Cell[] _cells = [];
    private int _width;
    private int _row = -1;

    private enum Kind
    {
        Number,
        Small,
        Other,
    }

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        Array.Clear(_cells);
        (Count, _row) = (0, -1);
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next() => ++_row < Count;

    /// <summary>Reads a whole result.</summary>
    public void Read(NpgsqlDataReader reader)
    {
        _width = reader.FieldCount;
        Span<Kind> kinds = _width <= 64 ? stackalloc Kind[_width] : new Kind[_width];
        for (var i = 0; i < _width; i++)
        {
            var type = reader.GetFieldType(i);
            kinds[i] = type == typeof(long) ? Kind.Number : type == typeof(int) ? Kind.Small : Kind.Other;
        }

        while (reader.Read())
        {
            var at = Count * _width;
            if (_cells.Length < at + _width)
            {
                Array.Resize(ref _cells, Math.Max(at + _width, _cells.Length * 2));
            }

            for (var i = 0; i < _width; i++)
            {
                _cells[at + i] = reader.IsDBNull(i) ? new Cell(0, Null) : kinds[i] switch
                {
                    Kind.Number => new Cell(reader.GetInt64(i), null),
                    Kind.Small => new Cell(reader.GetInt32(i), null),
                    _ => new Cell(0, reader.GetValue(i)),
                };
            }

            Count++;
        }
    }

    /// <summary>A number.</summary>
    public long Long(int column) => At(column) is { Other: null } cell ? cell.Number : throw new InvalidCastException("the column holds no number");

    /// <summary>A text or bytes.</summary>
    public T Other<T>(int column)
        where T : class => At(column).Other as T ?? throw new InvalidCastException($"the column holds no {typeof(T).Name}");

    /// <summary>True for NULL.</summary>
    public bool IsNull(int column) => ReferenceEquals(At(column).Other, Null);

    private Cell At(int column) => _row >= 0 && _row < Count && column < _width ? _cells[(_row * _width) + column] : throw new InvalidOperationException("there is no row");

    private readonly record struct Cell(long Number, object? Other);
}
