using System.Globalization;
using System.Text;
using YamlDotNet.Serialization;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Reads policy files with the YAML library alone, past the loader: what the naive decision stands on.</summary>
internal sealed class YamlText(PolicyFiles files)
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().Build();

    public IEnumerable<Dictionary<object, object>> Lines(string path, string key) => List(File(path), key).Cast<Dictionary<object, object>>();

    public Dictionary<object, object> File(string path) => Reader.Deserialize<Dictionary<object, object>>(Encoding.UTF8.GetString(files.Files[path].Span));

    public IEnumerable<string> Under(string folder, string ending) =>
        files.Files.Keys.Where(k => k.StartsWith(folder, StringComparison.Ordinal) && k.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string? Word(Dictionary<object, object> map, string key) => map.TryGetValue(key, out var value) ? (string)value : null;

    public static HashSet<string> Words(Dictionary<object, object> map, string key) => map.TryGetValue(key, out var value)
        ? value is string one ? [one] : ((List<object>)value).Cast<string>().ToHashSet(StringComparer.Ordinal)
        : [];

    public static List<object> List(Dictionary<object, object> map, string key) => map.TryGetValue(key, out var value) ? (List<object>)value : [];

    public static Dictionary<object, object> Map(Dictionary<object, object> map, string key) => map.TryGetValue(key, out var value) ? (Dictionary<object, object>)value : [];

    public static DateOnly? Day(Dictionary<object, object> map, string key) => Word(map, key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
