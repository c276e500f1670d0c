using System.Globalization;

namespace ConvenantGateway.Cli.Push;

/// <summary>Prints what became of the resources, one row per type, then the reasons.</summary>
internal static class PushTable
{
    /// <summary>Prints.</summary>
    public static void Print(TextWriter output, IReadOnlyList<PushItem> items, IReadOnlyDictionary<string, int> readBack)
    {
        output.WriteLine(Row("type", "sent", "stored 201", "suppressed 204", "refused", "read back"));
        foreach (var group in items.GroupBy(static i => i.Type).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Row(
                group.Key,
                Number(group.Count()),
                Number(group.Count(static i => i.Location is not null)),
                Number(group.Count(static i => i.Suppressed is not null)),
                Number(group.Count(static i => i.Refused.Count > 0)),
                Number(readBack.GetValueOrDefault(group.Key))));
        }

        output.WriteLine(Row(
            "total",
            Number(items.Count),
            Number(items.Count(static i => i.Location is not null)),
            Number(items.Count(static i => i.Suppressed is not null)),
            Number(items.Count(static i => i.Refused.Count > 0)),
            Number(readBack.Values.Sum())));
        foreach (var reason in items.Where(static i => i.Suppressed is not null).GroupBy(static i => (i.Type, i.Suppressed)))
        {
            output.WriteLine($"204  {reason.Key.Type} ({reason.Count()}): {reason.Key.Suppressed}");
        }

        foreach (var reason in items.Where(static i => i.Refused.Count > 0).GroupBy(static i => (i.Type, Codes: string.Join(", ", i.Refused))))
        {
            output.WriteLine($"refused  {reason.Key.Type} ({reason.Count()}): {reason.Key.Codes}");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Row(string type, string sent, string stored, string suppressed, string refused, string readBack) =>
        $"{type,-22}{sent,8}{stored,12}{suppressed,16}{refused,9}{readBack,11}";
}
