using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>Makes leaves from records. Thread safe.</summary>
internal sealed class RecordPreparer(ViewSealer sealer, ILogStore store)
{
    /// <summary>Seals, writes and hashes.</summary>
    public PreparedRecord Prepare(ExchangeRecord record, ICompanionWrites? companion)
    {
        LeafRules.Check(record);
        return Seal(record, companion is null ? null : store.Prepare(companion));
    }

    /// <summary>Seals again, with the keys of now.</summary>
    public PreparedRecord Again(PreparedRecord prepared) => Seal(prepared.Record, prepared.Companion is null ? null : store.PrepareAgain(prepared.Companion));

    private PreparedRecord Seal(ExchangeRecord record, object? companion)
    {
        var count = record.Views.IsDefault ? 0 : record.Views.Length;
        var retention = RetentionClassNames.Of(record.Type);
        var random = new DrawnBytes(count == 0 ? 0 : record.Views.Sum(ViewSealer.RandomSize));
        var leafViews = new LeafView[count];
        var views = ImmutableArray.CreateBuilder<SealedView>(count);
        for (var i = 0; i < count; i++)
        {
            (leafViews[i], var view) = sealer.Seal(record.Views[i], retention, random.Fill);
            views.Add(view);
        }

        random.Clear();

        var leaf = LeafFormat.Write(record, leafViews);
        return new PreparedRecord(record, leaf, MerkleHash.Leaf(leaf), views.MoveToImmutable(), companion);
    }
}
