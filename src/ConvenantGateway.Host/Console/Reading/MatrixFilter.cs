using ConvenantGateway.Policy;
using Microsoft.AspNetCore.Http.Extensions;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Which rules of the matrix are shown: codes of the policy set only. What is not in its lists is no filter, so that no other text can stand in an address or a record.</summary>
/// <param name="Sender">A kind of sender; empty for all.</param>
/// <param name="Receiver">A kind of receiver; empty for all.</param>
/// <param name="Purpose">A purpose; empty for all.</param>
internal sealed record MatrixFilter(string Sender, string Receiver, string Purpose)
{
    /// <summary>The filter as it stands in an address: empty, or from <c>?</c> on.</summary>
    public string AsQuery
    {
        get
        {
            var query = new QueryBuilder();
            foreach (var (name, code) in new[] { ("van", Sender), ("naar", Receiver), ("doel", Purpose) })
            {
                if (code.Length > 0)
                {
                    query.Add(name, code);
                }
            }

            return query.ToString();
        }
    }

    /// <summary>Reads the filter of a request.</summary>
    public static MatrixFilter Of(IQueryCollection query, PolicySnapshot policy, CodeTitles titles)
    {
        return new MatrixFilter(Listed("van", titles.IsKind), Listed("naar", titles.IsKind), Listed("doel", policy.Purposes.ContainsKey));

        string Listed(string name, Func<string, bool> isKnown) => query[name] is [{ } code] && isKnown(code) ? code : "";
    }

    /// <summary>True if the rule speaks of what was chosen.</summary>
    public bool Admits(MatrixRule rule) =>
        (Sender.Length == 0 || rule.From.Contains(Sender, StringComparer.Ordinal))
        && (Receiver.Length == 0 || rule.To.Contains(Receiver, StringComparer.Ordinal))
        && (Purpose.Length == 0 || rule.Purposes.Contains(Purpose, StringComparer.Ordinal));
}
