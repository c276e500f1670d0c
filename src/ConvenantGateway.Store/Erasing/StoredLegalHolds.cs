using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Legal holds for who works on the console. The organisation is in every query.</summary>
internal sealed class StoredLegalHolds(ReaderPool readers, IRecordKeys keys) : ILegalHolds
{
    private readonly ViewSealer _sealer = new(keys);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StandingHold>> ListAsync(PartnerId organisation, DateOnly day, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((organisation, day), static (database, asked) => LegalHoldTable.Standing(database, asked.organisation.Value, asked.day)));
    }

    /// <inheritdoc/>
    public HoldChange Lay(Guid transaction, HoldOwner owner, PersonHandle person, string reason, DateOnly until, string by)
    {
        if (!LegalHoldRecord.IsCode(reason))
        {
            throw new ArgumentException("the reason of a hold is a code", nameof(reason));
        }

        ImmutableArray<LegalHold> holds =
        [
            .. owner.Officers.Prepend(owner.Organisation.Value).Select((viewer, i) =>
                new LegalHold(i == 0 ? transaction : Guid.NewGuid(), viewer, Convert.ToHexStringLower(_sealer.Blind(viewer, person.ToBytes())), reason, until, by, IsLifted: false) { Order = transaction }),
        ];
        return Change(new HoldWrites(holds, [], transaction), holds);
    }

    /// <inheritdoc/>
    public ValueTask<HoldChange?> LiftAsync(Guid transaction, HoldOwner owner, Guid hold, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var all = readers.Read(this, static (database, _) => LegalHoldTable.All(database));
        if (all.FirstOrDefault(h => h.Transaction == hold && h.Viewer == owner.Organisation.Value && !h.IsLifted) is not { } own)
        {
            return new((HoldChange?)null);
        }

        ImmutableArray<LegalHold> holds = [own, .. all.Where(h => own.Order != Guid.Empty && h.Order == own.Order && !h.IsLifted && owner.Officers.Contains(h.Viewer))];
        return new(Change(new HoldWrites([], [.. holds.Select(static h => h.Transaction)], transaction), holds));
    }

    private static HoldChange Change(HoldWrites writes, ImmutableArray<LegalHold> holds) =>
        new(new StoreWrites { Orders = writes }, holds[0].Person, [.. holds.Select(static h => h.Transaction)]);
}
