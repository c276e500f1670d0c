using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// How many different messages of a partner about a person the guard stopped in the last day. Each stop says that something in the message is hidden; who may try without end finds it (ADR 0009). After a few, no message
/// about that person is looked at until the day is over: the sender phones. The same message sent again counts once; messages that are decided at the same time do not count for one another. In memory, forgotten at a
/// restart. Bounded: a partner whose stopped messages name more persons than any casework has is not looked at either. Thread safe.
/// </summary>
public sealed class StopBudget
{
    /// <summary>Stops of different messages about one person before it is enough.</summary>
    public const int Most = 5;

    /// <summary>Persons times stopped messages of one partner in a day.</summary>
    public const int MostOfPartner = 20_000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Dictionary<PartnerId, Stops> _stops = [];
    private readonly Lock _lock = new();

    /// <summary>True if the partner may send about all of these persons.</summary>
    public bool Allows(PartnerId partner, IReadOnlyCollection<PersonHandle> persons, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_stops.TryGetValue(partner, out var stops))
            {
                return true;
            }

            stops.Forget(now - Window);
            return stops.InOrder.Count < MostOfPartner && persons.All(p => !stops.Of.TryGetValue(p, out var messages) || messages.Count < Most);
        }
    }

    /// <summary>Counts a stop for each of these persons.</summary>
    /// <param name="partner">Whose message.</param>
    /// <param name="persons">Whom it was about.</param>
    /// <param name="digest">Of the message.</param>
    /// <param name="now">When, UTC.</param>
    public void Spend(PartnerId partner, IReadOnlyCollection<PersonHandle> persons, string digest, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_stops.TryGetValue(partner, out var stops))
            {
                _stops[partner] = stops = new Stops([], []);
            }

            stops.Forget(now - Window);
            foreach (var person in persons.Where(_ => stops.InOrder.Count < MostOfPartner))
            {
                if (!stops.Of.TryGetValue(person, out var messages))
                {
                    stops.Of[person] = messages = new HashSet<string>(StringComparer.Ordinal);
                }

                if (messages.Add(digest))
                {
                    stops.InOrder.Enqueue((person, digest, now));
                }
            }
        }
    }

    private sealed record Stops(Dictionary<PersonHandle, HashSet<string>> Of, Queue<(PersonHandle Person, string Digest, DateTimeOffset At)> InOrder)
    {
        public void Forget(DateTimeOffset until)
        {
            while (InOrder.TryPeek(out var oldest) && oldest.At <= until)
            {
                InOrder.Dequeue();
                Of[oldest.Person].Remove(oldest.Digest);
                if (Of[oldest.Person].Count == 0)
                {
                    Of.Remove(oldest.Person);
                }
            }
        }
    }
}
