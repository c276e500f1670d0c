using System.Globalization;
using System.Text.Json;

namespace ConvenantGateway.Development.Policies;

/// <summary>
/// The folder <c>activation/</c> in a node's data directory, where an operator leaves requests and a node its process id, its state and its answers. Who can write there can write the databases too,
/// so it gives nobody a right. Every file is written whole or not at all. Thread safe.
/// </summary>
public sealed class ActivationDesk(string dataDirectory)
{
    private const string RequestPrefix = "request-";
    private const string AnswerPrefix = "answer-";

    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.Combine(Path.GetFullPath(dataDirectory), "activation");

    private string PidPath => Path.Combine(Root, "node.pid");

    private string StatePath => Path.Combine(Root, "state.json");

    /// <summary>For a node that starts: drops what a former one left and says who it is.</summary>
    public void Open(int processId)
    {
        Directory.CreateDirectory(Root);
        foreach (var left in Directory.EnumerateFiles(Root, RequestPrefix + "*").Concat(Directory.EnumerateFiles(Root, AnswerPrefix + "*")))
        {
            File.Delete(left);
        }

        Write(PidPath, processId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>For a node that stops.</summary>
    public void Close() => File.Delete(PidPath);

    /// <summary>For a node: takes the requests that wait, oldest first, so that each is answered once. Unreadable and old ones are dropped.</summary>
    public IReadOnlyList<ActivationRequest> Take(DateTimeOffset now)
    {
        var taken = new List<ActivationRequest>();
        foreach (var path in Directory.EnumerateFiles(Root, RequestPrefix + "*.json"))
        {
            if (Read<ActivationRequest>(path) is { Id: var id, By: not null, Reason: not null, BackTo: not null } request && id != Guid.Empty && (now - request.At).Duration() < MaxAge)
            {
                taken.Add(request);
            }

            File.Delete(path);
        }

        return [.. taken.OrderBy(static r => r.At).ThenBy(static r => r.Id)];
    }

    /// <summary>For a node: says what is in force now, and answers the request if there was one.</summary>
    public void Report(ActivationReport report)
    {
        var text = JsonSerializer.Serialize(report, Shape);
        Write(StatePath, text);
        if (report.Request is { } id)
        {
            Write(AnswerPath(id), text);
        }
    }

    /// <summary>For an operator: the process id of the node; null if none says that it runs.</summary>
    public int? ProcessId() => File.Exists(PidPath) && int.TryParse(File.ReadAllText(PidPath), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 1 ? id : null;

    /// <summary>The latest report; null if there is none.</summary>
    public ActivationReport? State() => Read<ActivationReport>(StatePath);

    /// <summary>For an operator: leaves a request.</summary>
    public void Ask(ActivationRequest request) => Write(RequestPath(request.Id), JsonSerializer.Serialize(request, Shape));

    /// <summary>For an operator: the answer, once; null while there is none.</summary>
    public ActivationReport? Answer(Guid request)
    {
        var path = AnswerPath(request);
        if (Read<ActivationReport>(path) is not { } answer)
        {
            return null;
        }

        File.Delete(path);
        return answer;
    }

    /// <summary>For an operator who waited in vain: a request that nobody took is not carried out later.</summary>
    public void Withdraw(Guid request) => File.Delete(RequestPath(request));

    private string RequestPath(Guid id) => Path.Combine(Root, $"{RequestPrefix}{id:N}.json");

    private string AnswerPath(Guid id) => Path.Combine(Root, $"{AnswerPrefix}{id:N}.json");

    private static T? Read<T>(string path)
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

    private static void Write(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }
}
