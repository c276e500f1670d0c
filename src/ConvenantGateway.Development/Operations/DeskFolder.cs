using System.Text.Json;

namespace ConvenantGateway.Development.Operations;

/// <summary>
/// A folder in a node's data directory where an operator leaves requests as files and a node its answers. Who can write there can write the databases too, so it gives nobody a right. Every file is
/// written whole or not at all. Thread safe.
/// </summary>
/// <param name="root">The folder.</param>
public sealed class DeskFolder(string root)
{
    private const string RequestPrefix = "request-";
    private const string AnswerPrefix = "answer-";

    /// <summary>A node takes no request that is older, nor one of a clock that is so far ahead.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>For a node that starts: makes the folder and drops what a former node left.</summary>
    public void Open()
    {
        Directory.CreateDirectory(Root);
        foreach (var left in Directory.EnumerateFiles(Root, RequestPrefix + "*").Concat(Directory.EnumerateFiles(Root, AnswerPrefix + "*")))
        {
            File.Delete(left);
        }
    }

    /// <summary>For a node: takes the requests that wait, in no order, so that each is answered once. Unreadable ones are dropped.</summary>
    public IReadOnlyList<T> Take<T>()
        where T : class
    {
        var taken = new List<T>();
        if (!Directory.Exists(Root))
        {
            return taken;
        }

        foreach (var path in Directory.EnumerateFiles(Root, RequestPrefix + "*.json"))
        {
            if (Read<T>(path) is { } request)
            {
                taken.Add(request);
            }

            File.Delete(path);
        }

        return taken;
    }

    /// <summary>For a node: answers.</summary>
    public void Answer<T>(Guid request, T answer) => Write(AnswerPath(request), answer);

    /// <summary>For an operator: leaves a request.</summary>
    public void Ask<T>(Guid id, T request) => Write(RequestPath(id), request);

    /// <summary>For an operator: the answer, once; null while there is none.</summary>
    public T? Answer<T>(Guid request)
        where T : class
    {
        var path = AnswerPath(request);
        if (Read<T>(path) is not { } answer)
        {
            return null;
        }

        File.Delete(path);
        return answer;
    }

    /// <summary>For an operator who waited in vain: a request that nobody took is not carried out later.</summary>
    public void Withdraw(Guid request) => File.Delete(RequestPath(request));

    /// <summary>Reads a file of the folder as JSON; null if it is not there or not of the shape.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), Shape) : null;
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file whole or not at all.</summary>
    public static void Write<T>(string path, T content) => WriteText(path, JsonSerializer.Serialize(content, Shape));

    /// <summary>Writes a text whole or not at all.</summary>
    public static void WriteText(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }

    private string RequestPath(Guid id) => Path.Combine(Root, $"{RequestPrefix}{id:N}.json");

    private string AnswerPath(Guid id) => Path.Combine(Root, $"{AnswerPrefix}{id:N}.json");
}
