using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// What one request to the console looked at or did; it becomes exactly one record before anything is sent. A request feature, used by one request only.
/// </summary>
internal sealed class ConsoleLook
{
    private readonly List<RecordValue> _values = [];
    private readonly List<ReadOnlyMemory<byte>> _persons = [];
    private ConsoleAct? _act;

    /// <summary>Creates it for a request.</summary>
    public ConsoleLook(Officer officer, DateTimeOffset time)
    {
        Officer = officer;
        Time = time;
        Transaction = Guid.CreateVersion7(time);
    }

    /// <summary>Who looks.</summary>
    public Officer Officer { get; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The transaction of the record to come.</summary>
    public Guid Transaction { get; }

    /// <summary>What is stored with the record.</summary>
    public ICompanionWrites? Companion => _act?.Companion;

    /// <summary>Adds a value to the officer's own view: codes and paths, never a name that was searched for.</summary>
    public void Note(string field, string value) => _values.Add(new RecordValue(field, value));

    /// <summary>Adds a person that was looked at.</summary>
    public void About(PersonHandle person) => _persons.Add(person.ToBytes());

    /// <summary>Makes this request an act with a record type of its own. It counts only if the answer is no error.</summary>
    public void Do(ConsoleAct act) => _act = act;

    /// <summary>Forgets the act: an error page is what the officer gets, so nothing was done.</summary>
    public void Undo() => _act = null;

    /// <summary>The record of the answer that is about to be sent.</summary>
    public ExchangeRecord Compose(int status, string bodyDigest, string code, ActivePolicy policy)
    {
        return new ExchangeRecord
        {
            Type = _act?.Type ?? RecordType.Look,
            Transaction = Transaction,
            Time = Time,
            Caller = Officer.Id,
            Counterparty = _act?.Counterparty ?? Officer.Organisation.Value,
            By = "console",
            Outcome = status switch { < 400 => _act?.Outcome ?? "released", 404 => "absent", < 500 => "refused", _ => "failed" },
            Code = code,
            Status = status,
            Covenant = policy.Snapshot.Covenant.Id,
            PolicyDigest = policy.Snapshot.ManifestDigest,
            BodyDigest = bodyDigest,
            Views = Views(),
        };
    }

    private ImmutableArray<RecordView> Views()
    {
        var own = new RecordView(Officer.Id, [.. _values], [.. _persons]);
        if (_act is not { } act)
        {
            return [own];
        }

        var views = act.Viewer == Officer.Id
            ? ImmutableArray.Create(own with { Values = [.. act.Values, .. own.Values], Persons = [.. own.Persons.Concat(act.Persons)] })
            : [new RecordView(act.Viewer, act.Values, act.Persons), own];
        return act.Told is { } told ? views.Add(told) : views;
    }
}
