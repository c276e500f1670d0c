using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>How many distinct persons a partner asked about in the last hour (design.md 3.4). Counts questions, never answers. In memory, bounded; thread safe.</summary>
public sealed class PersonBudget
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<PartnerId, Dictionary<string, DateTimeOffset>> _asked = [];
    private readonly Lock _lock = new();

    /// <summary>Counts a question; false if it is a new person over the limit.</summary>
    public bool TrySpend(PartnerId partner, string person, int limit, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_asked.TryGetValue(partner, out var persons))
            {
                _asked[partner] = persons = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            }

            foreach (var old in persons.Where(p => now - p.Value >= Window).Select(static p => p.Key).ToList())
            {
                persons.Remove(old);
            }

            if (!persons.ContainsKey(person) && persons.Count >= limit)
            {
                return false;
            }

            persons[person] = now;
            return true;
        }
    }
}
