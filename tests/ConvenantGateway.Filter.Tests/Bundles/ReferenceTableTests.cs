using System.Text;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A reference finds the one entry of that name, and no other.</summary>
public sealed class ReferenceTableTests
{
    [Fact]
    public void Find_AmongThousands_IsTheOneOfThatName()
    {
        var names = Enumerable.Range(0, 5000).Select(static i => ($"Type{i % 7}", $"id-{i}")).ToList();
        var (table, input) = Table(names);

        for (var i = 0; i < names.Count; i++)
        {
            Assert.Equal(i, table.Find(input, Encoding.UTF8.GetBytes($"{names[i].Item1}/{names[i].Item2}")));
            Assert.Equal(-1, table.Find(input, Encoding.UTF8.GetBytes($"Type{(i + 1) % 7}/{names[i].Item2}")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a")]
    [InlineData("A/")]
    [InlineData("/a")]
    [InlineData("A/a/")]
    [InlineData("A/a/_history/1")]
    [InlineData("A/A")]
    [InlineData("a/a")]
    [InlineData("https://x/A/a")]
    public void Find_AnotherName_FindsNothing(string reference)
    {
        var (table, input) = Table([("A", "a"), ("B", "b")]);

        Assert.Equal(-1, table.Find(input, Encoding.UTF8.GetBytes(reference)));
        Assert.Equal(0, table.Find(input, "A/a"u8));
        Assert.Equal(1, table.Find(input, "B/b"u8));
    }

    [Fact]
    public void Find_WholeAddress_IsFoundAsItStands()
    {
        var input = "urn:uuid:1 A1"u8.ToArray();
        var table = new ReferenceTable();
        table.Add(input, default, new TextSpan(0, 10), 4);

        Assert.Equal(4, table.Find(input, "urn:uuid:1"u8));
        Assert.Equal(-1, table.Find(input, "urn:uuid:"u8));
    }

    [Fact]
    public void Find_NameOfTwoEntries_FindsNeither()
    {
        var (table, input) = Table([("A", "a"), ("A", "a"), ("A", "b")]);

        Assert.Equal(-1, table.Find(input, "A/a"u8));
        Assert.Equal(2, table.Find(input, "A/b"u8));
    }

    [Fact]
    public void Add_OneEntryUnderOneNameTwice_StaysFound()
    {
        var input = "Aa"u8.ToArray();
        var table = new ReferenceTable();
        table.Add(input, new TextSpan(0, 1), new TextSpan(1, 2), 3);
        table.Add(input, new TextSpan(0, 1), new TextSpan(1, 2), 3);

        Assert.Equal(3, table.Find(input, "A/a"u8));
    }

    [Fact]
    public void Clear_Everything_IsForgotten()
    {
        var (table, input) = Table([("A", "a")]);
        table.Clear();

        Assert.Equal(-1, table.Find(input, "A/a"u8));
    }

    private static (ReferenceTable Table, byte[] Input) Table(IEnumerable<(string Type, string Id)> names)
    {
        var input = new List<byte>();
        var spans = new List<(TextSpan, TextSpan)>();
        foreach (var (type, id) in names)
        {
            var start = input.Count;
            input.AddRange(Encoding.UTF8.GetBytes(type));
            var middle = input.Count;
            input.AddRange(Encoding.UTF8.GetBytes(id));
            spans.Add((new TextSpan(start, middle), new TextSpan(middle, input.Count)));
        }

        var bytes = input.ToArray();
        var table = new ReferenceTable();
        for (var i = 0; i < spans.Count; i++)
        {
            table.Add(bytes, spans[i].Item1, spans[i].Item2, i);
        }

        return (table, bytes);
    }
}
