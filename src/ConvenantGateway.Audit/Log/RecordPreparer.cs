using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>Makes leaves from records. Thread safe.</summary>
internal sealed class RecordPreparer(ViewSealer sealer, ILogStore store)
{
    private static readonly SpanAction<byte, object?> Random = static (bytes, _) => RandomNumberGenerator.Fill(bytes);

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
        var leafViews = new LeafView[count];
        var views = ImmutableArray.CreateBuilder<SealedView>(count);
        for (var i = 0; i < count; i++)
        {
            (leafViews[i], var view) = sealer.Seal(record.Views[i], retention, Random);
            views.Add(view);
        }

        var leaf = LeafFormat.Write(record, leafViews);
        return new PreparedRecord(record, leaf, MerkleHash.Leaf(leaf), views.MoveToImmutable(), companion);
    }
}
