using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// How many different messages of a partner about a person the guard stopped in the last day. Each stop says that something in the message is hidden; who may try without end finds it (ADR 0009). After a few, no message
/// about that person is looked at until the day is over: the sender phones. The same message sent again counts once. In memory, forgotten at a restart; bounded; thread safe.
/// </summary>
public sealed class StopBudget
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Stops of different messages about one person before it is enough.</summary>
    public const int Most = 5;

    private readonly Dictionary<(PartnerId, PersonHandle), Dictionary<string, DateTimeOffset>> _stopped = [];
    private readonly Lock _lock = new();

    /// <summary>True if the partner may send about all of these persons.</summary>
    public bool Allows(PartnerId partner, IEnumerable<PersonHandle> persons, DateTimeOffset now)
    {
        lock (_lock)
        {
            return persons.All(p => !_stopped.TryGetValue((partner, p), out var messages) || messages.Values.Count(at => now - at < Window) < Most);
        }
    }

    /// <summary>Counts a stop for each of these persons.</summary>
    /// <param name="partner">Whose message.</param>
    /// <param name="persons">Whom it was about.</param>
    /// <param name="digest">Of the message.</param>
    /// <param name="now">When, UTC.</param>
    public void Spend(PartnerId partner, IEnumerable<PersonHandle> persons, string digest, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var gone in _stopped.Where(s => s.Value.Values.All(at => now - at >= Window)).Select(static s => s.Key).ToList())
            {
                _stopped.Remove(gone);
            }

            foreach (var person in persons)
            {
                if (!_stopped.TryGetValue((partner, person), out var messages))
                {
                    _stopped[(partner, person)] = messages = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
                }

                messages.TryAdd(digest, now);
            }
        }
    }
}
