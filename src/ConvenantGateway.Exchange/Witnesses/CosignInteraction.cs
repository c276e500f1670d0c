using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary><c>POST /log/checkpoint/cosignatures</c>: a partner that is a witness hands in a checkpoint with its co-signature. The same again gives the same answer. One instance per request.</summary>
/// <param name="reading">Reads it.</param>
/// <param name="witnesses">What is stored.</param>
/// <param name="note">The body: a C2SP signed note.</param>
internal sealed class CosignInteraction(CosignatureReading reading, IWitnesses witnesses, ReadOnlyMemory<byte> note) : IInteraction
{
    /// <inheritdoc/>
    public string By => "cosign";

    /// <inheritdoc/>
    public bool IsFhir => false;

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        var key = call.Policy.Snapshot.Partners.GetValueOrDefault(call.Caller)?.WitnessKey;
        var (cosignature, refusal) = await reading.ReadAsync(call.Caller.Value, key, note, call.ReceivedAt, cancellation);
        if (cosignature is null)
        {
            return Refusals.Prepare(ExchangeRefusal.Of(refusal), call, isFhir: false);
        }

        var isStored = await witnesses.IsStoredAsync(cosignature, cancellation);
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(CosignatureReading.Answer(cosignature)),
            Writes = isStored ? null : new StoreWrites { Cosignature = cosignature },
            Record = new AnswerRecord { Type = RecordType.Cosignature, Outcome = isStored ? "repeated" : "stored", Views = [Views.OfCaller(call, CosignatureReading.Values(cosignature))] },
        };
    }
}
