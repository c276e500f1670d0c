using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>Composes the views of a record.</summary>
internal static class Views
{
    /// <summary>The caller's view: the professional, the dossier, then the given values; searchable by the persons of the token.</summary>
    public static RecordView OfCaller(ExchangeCall call, IEnumerable<RecordValue> values, IEnumerable<PersonHandle>? persons = null) =>
        new(call.Caller.Value, [.. Common(call), .. values], [.. Handles(call, persons)]);

    /// <summary>The counterparty's view: who asked on whose behalf, then the given values.</summary>
    public static RecordView OfCounterparty(ExchangeCall call, IEnumerable<RecordValue> values, IEnumerable<PersonHandle>? persons = null) =>
        new(call.Counterparty.Value, [.. Actor(call), .. values], [.. Handles(call, persons)]);

    private static IEnumerable<RecordValue> Common(ExchangeCall call) =>
        call.Grant is { } grant ? Actor(call).Append(new RecordValue("dossier", grant.Dossier.ToString())) : [];

    private static IEnumerable<RecordValue> Actor(ExchangeCall call) =>
        call.Grant is { } grant ? [new RecordValue("actor", grant.Actor), new RecordValue("actor-role", grant.ActorRole)] : [];

    private static IEnumerable<ReadOnlyMemory<byte>> Handles(ExchangeCall call, IEnumerable<PersonHandle>? persons) =>
        (persons ?? call.Grant?.About ?? []).Distinct().Select(static h => (ReadOnlyMemory<byte>)h.ToBytes());
}
