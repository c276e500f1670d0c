using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the log of the answering organisation says of a person's role over all records. Derived. Immutable.</summary>
internal sealed record ReportEvidence
{
    /// <summary>The log names the person as vermoedelijke pleger.</summary>
    public bool IsPleger { get; private init; }

    /// <summary>The log names the person in a role that is not suspected.</summary>
    public bool IsOther { get; private init; }

    /// <summary>A record with a pleger names the person, and does not say whether it is that one.</summary>
    public bool CouldBePleger { get; private init; }

    /// <summary>Reads all records that name the person.</summary>
    public static ReportEvidence Of(IEnumerable<VisibleRecord> records, PersonHandle person)
    {
        var (pleger, other, could) = (false, false, false);
        foreach (var seen in records)
        {
            if (!PersonInRecord.Names(seen, person))
            {
                continue;
            }

            var here = PersonInRecord.Of(seen, person);
            pleger |= here.Rollen.Contains(BetrokkeneRol.Pleger) || here.Rollen.Contains(BetrokkeneRol.Hulpvrager);
            other |= !here.Rollen.IsEmpty && !here.Rollen.Contains(BetrokkeneRol.Onbekend) && !here.Rollen.Contains(BetrokkeneRol.Pleger);
            could |= here.CouldBePleger;
        }

        return new ReportEvidence { IsPleger = pleger, IsOther = other, CouldBePleger = could && !other };
    }
}
