namespace ConvenantGateway.Exchange.Tests.Guard;

/// <summary>Knows what it is told of one person, and nothing of others.</summary>
internal sealed class OneWhereabouts(params KnownWhereabout[] values) : IWhereabouts
{
    public int Reads { get; private set; }

    public ValueTask<PersonWhereabouts> ReadAsync(PersonHandle handle, CancellationToken cancellation)
    {
        Reads++;
        return new(handle == GuardRun.Person ? new PersonWhereabouts([.. values], []) : PersonWhereabouts.None);
    }
}
