using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// <c>POST /receipts/{tx}/ack</c>: the caller of an exchange counter-signs that it holds the answer. What the statement says must be what the caller's own view of that exchange says; anything else is answered as an
/// unknown transaction is. Only a digest that differs is told, for then one of the two sides holds other bytes. One instance per request.
/// </summary>
/// <param name="receipts">Finds the exchange.</param>
/// <param name="transaction">The transaction of the address.</param>
/// <param name="statement">The body: a compact JWS.</param>
/// <param name="certificate">The certificate of the connection.</param>
internal sealed class AcknowledgeInteraction(IReceipts receipts, string transaction, ReadOnlyMemory<byte> statement, X509Certificate2 certificate) : IInteraction
{
    /// <inheritdoc/>
    public string By => "acknowledge";

    /// <inheritdoc/>
    public bool IsFhir => false;

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        if (SignedStatement.Read(statement.Span) is not { } jws || AcknowledgedFields.Read(jws.Payload) is not { } said)
        {
            return Refuse(call, ExchangeErrorKind.AcknowledgementUnreadable);
        }

        if (!SignedStatement.IsSignedBy(jws.Parts, jws.Algorithm, certificate))
        {
            return Refuse(call, ExchangeErrorKind.AcknowledgementUnsigned);
        }

        if (said.Transaction.ToString("D") != transaction || await receipts.FindAsync(call.Caller, said.Transaction, cancellation) is not { } recorded
            || !LogEpoch.IsOf(said.Log, recorded.Log) || said.Index != recorded.Index || said.Leaf != recorded.Leaf)
        {
            return Refuse(call, ExchangeErrorKind.Absent);
        }

        if (said.Digest != recorded.BodyDigest)
        {
            return Refuse(call, ExchangeErrorKind.AcknowledgementDiffers);
        }

        var earlier = await receipts.AcknowledgedAsync(call.Caller, said.Transaction, cancellation);
        var kept = earlier ?? new Acknowledgement(
            call.Caller, recorded, Encoding.ASCII.GetString(statement.Span), DateTimeOffset.FromUnixTimeMilliseconds(call.ReceivedAt.ToUnixTimeMilliseconds()));
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(Json(kept)),
            Writes = earlier is null ? new StoreWrites { Acknowledgement = kept } : null,
            Record = new AnswerRecord
            {
                Type = RecordType.Acknowledgement,
                Outcome = earlier is null ? "stored" : "repeated",
                Views =
                [
                    Views.OfCaller(call,
                    [
                        new RecordValue("acknowledged-transaction", recorded.Transaction.ToString()),
                        new RecordValue("acknowledged-index", recorded.Index.ToString(CultureInfo.InvariantCulture)),
                        new RecordValue("acknowledged-leaf", recorded.Leaf),
                        new RecordValue("acknowledged-digest", recorded.BodyDigest),
                        new RecordValue("statement", kept.Statement),
                    ]),
                ],
            },
        };
    }

    private static byte[] Json(Acknowledgement kept) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["transaction"] = kept.Exchange.Transaction,
        ["log"] = kept.Exchange.Log,
        ["index"] = kept.Exchange.Index,
        ["leafHash"] = kept.Exchange.Leaf,
        ["digest"] = kept.Exchange.BodyDigest,
        ["acknowledged"] = kept.At,
    });

    private static PreparedAnswer Refuse(ExchangeCall call, ExchangeErrorKind kind) => Refusals.Prepare(ExchangeRefusal.Of(kind), call, isFhir: false);
}
