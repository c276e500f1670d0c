using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>Prints differences as they are found, one a line; as JSON one object a line too, and a last one that sums up: no list of them is kept. Not thread safe.</summary>
internal sealed class DifferencePrinter(TextWriter output, bool json) : IDisposable
{
    /// <summary>How many were printed.</summary>
    public long Differences { get; private set; }

    /// <summary>Prints one; null is none.</summary>
    public void Add(Difference? difference)
    {
        if (difference is null)
        {
            return;
        }

        Differences++;
        var transaction = difference.Listed?.Transaction ?? difference.Logged!.Transaction;
        output.WriteLine(json ? Json(difference, transaction) : $"{Place(difference)}: transaction {transaction}: {Text(difference)}");
    }

    /// <summary>Prints the sum.</summary>
    public void End(string partner, long listed, long compared) => output.WriteLine(json
        ? JsonSerializer.Serialize(new Dictionary<string, object> { ["equal"] = Differences == 0, ["partner"] = partner, ["listed"] = listed, ["compared"] = compared, ["differences"] = Differences })
        : Differences == 0
            ? $"equal: {listed} receipts of `{partner}`, {compared} exchanges of the log compared"
            : $"not equal: {Differences} differences between {listed} receipts of `{partner}` and {compared} exchanges of the log");

    /// <inheritdoc/>
    public void Dispose() => output.Flush();

    private static string Place(Difference difference) => difference.Listed is { } kept
        ? $"line {kept.Line.ToString(CultureInfo.InvariantCulture)}"
        : $"record {difference.Logged!.Index.ToString(CultureInfo.InvariantCulture)}";

    private static string Text(Difference difference) => difference.Kind switch
    {
        DifferenceKind.OnlyListed => "in the list and not in the log",
        DifferenceKind.OnlyLogged => $"in the log and not in the list ({difference.Logged!.Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'})",
        DifferenceKind.Digest => $"the digests differ: {difference.Listed!.Digest} in the list, {difference.Logged!.Digest} in record {difference.Logged.Index}",
        DifferenceKind.Leaf => $"the leaf is another than the receipt names: record {difference.Logged!.Index}, leaf {difference.Logged.Leaf}",
        DifferenceKind.ListedTwice => "is in the list twice, and differs from itself",
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference.Kind, "no text"),
    };

    private static string Json(Difference difference, Guid transaction) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["kind"] = difference.Kind switch
        {
            DifferenceKind.OnlyListed => "only-listed",
            DifferenceKind.OnlyLogged => "only-logged",
            DifferenceKind.Digest => "digest",
            DifferenceKind.Leaf => "leaf",
            DifferenceKind.ListedTwice => "listed-twice",
            _ => throw new ArgumentOutOfRangeException(nameof(difference), difference.Kind, "no name"),
        },
        ["transaction"] = transaction,
        ["line"] = difference.Listed?.Line,
        ["record"] = difference.Logged?.Index,
        ["listed"] = difference.Listed?.Digest,
        ["logged"] = difference.Logged?.Digest,
    });
}
