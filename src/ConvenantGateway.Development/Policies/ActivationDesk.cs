using System.Globalization;
using ConvenantGateway.Development.Operations;

namespace ConvenantGateway.Development.Policies;

/// <summary>
/// The folder <c>activation/</c> in a node's data directory, where an operator leaves requests and a node its process id, its state and its answers (<see cref="DeskFolder"/>). Thread safe.
/// </summary>
public sealed class ActivationDesk(string dataDirectory)
{
    private readonly DeskFolder _folder = new(Path.Combine(dataDirectory, "activation"));

    /// <summary>The folder.</summary>
    public string Root => _folder.Root;

    private string PidPath => Path.Combine(Root, "node.pid");

    private string StatePath => Path.Combine(Root, "state.json");

    /// <summary>For a node that starts: drops what a former one left and says who it is.</summary>
    public void Open(int processId)
    {
        _folder.Open();
        DeskFolder.WriteText(PidPath, processId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>For a node that stops.</summary>
    public void Close() => File.Delete(PidPath);

    /// <summary>For a node: takes the requests that wait, oldest first, so that each is answered once. Unreadable and old ones are dropped.</summary>
    public IReadOnlyList<ActivationRequest> Take(DateTimeOffset now) =>
    [
        .. _folder.Take<ActivationRequest>()
            .Where(r => r is { By: not null, Reason: not null, BackTo: not null } && r.Id != Guid.Empty && (now - r.At).Duration() < DeskFolder.MaxAge)
            .OrderBy(static r => r.At).ThenBy(static r => r.Id),
    ];

    /// <summary>For a node: says what is in force now, and answers the request if there was one.</summary>
    public void Report(ActivationReport report)
    {
        DeskFolder.Write(StatePath, report);
        if (report.Request is { } id)
        {
            _folder.Answer(id, report);
        }
    }

    /// <summary>For an operator: the process id of the node; null if none says that it runs.</summary>
    public int? ProcessId() => File.Exists(PidPath) && int.TryParse(File.ReadAllText(PidPath), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 1 ? id : null;

    /// <summary>The latest report; null if there is none.</summary>
    public ActivationReport? State() => DeskFolder.Read<ActivationReport>(StatePath);

    /// <summary>For an operator: leaves a request.</summary>
    public void Ask(ActivationRequest request) => _folder.Ask(request.Id, request);

    /// <summary>For an operator: the answer, once; null while there is none.</summary>
    public ActivationReport? Answer(Guid request) => _folder.Answer<ActivationReport>(request);

    /// <summary>For an operator who waited in vain: a request that nobody took is not carried out later.</summary>
    public void Withdraw(Guid request) => _folder.Withdraw(request);
}
