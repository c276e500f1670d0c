using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.Evidence;

/// <summary>Receipts, checkpoint and hash tiles (design.md 3.2): never a record, never an entry bundle. A certificate is enough.</summary>
internal static class EvidenceEndpoints
{
    private const string Jose = "application/jose";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapEvidenceEndpoints(this IEndpointRouteBuilder partners)
    {
        partners.MapGet("/receipts/{tx}", ReceiptAsync).WithName("receipt");
        partners.MapPost("/receipts/{tx}/ack", AcknowledgeAsync).WithName("acknowledge").WithSummary("the caller counter-signs that it holds the answer: a compact JWS with the key of its client certificate")
            .Accepts<string>(Jose).Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status404NotFound).Produces(StatusCodes.Status409Conflict);
        partners.MapGet("/log/checkpoint", CheckpointAsync).WithName("checkpoint");
        partners.MapGet("/log/tile/{level}/{**index}", TileAsync).WithName("tile");
    }

    private static Task ReceiptAsync(HttpContext context, string tx, CallReader calls, FrontDoor door, ILogReading log, IReceipts receipts) =>
        AnswerAsync(context, calls, door, "receipt", ResponseRelease.Json, async call =>
        {
            if (!Guid.TryParseExact(tx, "D", out var id) || await log.ProofAsync(call.Caller.Value, id, context.RequestAborted) is not { } proof)
            {
                return null;
            }

            // Only who made and acknowledged the exchange reads that it did.
            var json = JsonSerializer.SerializeToNode(proof, Web)!.AsObject();
            if (await receipts.AcknowledgedAsync(call.Caller, id, context.RequestAborted) is { } kept && kept.Exchange.Index == proof.Index)
            {
                json["acknowledged"] = JsonSerializer.SerializeToNode(new { at = kept.At, statement = kept.Statement }, Web);
            }

            return JsonSerializer.SerializeToUtf8Bytes(json, Web);
        });

    private static async Task AcknowledgeAsync(HttpContext context, string tx, CallReader calls, FrontDoor door, IReceipts receipts, BodyReader bodies)
    {
        var (call, isReadable) = calls.Begin(context);
        var refusal = !isReadable ? ExchangeErrorKind.TransactionMalformed
            : context.Request.Query.Count > 0 ? ExchangeErrorKind.UnknownParameter
            : !MediaTypes.IsSent(context, Jose) ? ExchangeErrorKind.UnsupportedMediaType
            : (ExchangeErrorKind?)null;
        if (refusal is { } kind)
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(kind), isFhir: false);
            return;
        }

        var certificate = context.Connection.ClientCertificate ?? throw new InvalidOperationException("no certificate on this connection");
        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused, isFhir: false)
            : door.ExchangeAsync(context, call, new AcknowledgeInteraction(receipts, tx, body, certificate), ResponseRelease.Json));
    }

    private static Task CheckpointAsync(HttpContext context, CallReader calls, FrontDoor door, ILogReading log) =>
        AnswerAsync(context, calls, door, "checkpoint", "text/plain; charset=utf-8", async _ => await log.CheckpointAsync(context.RequestAborted));

    private static Task TileAsync(HttpContext context, string level, string index, CallReader calls, FrontDoor door, ILogReading log) =>
        AnswerAsync(context, calls, door, "tile", "application/octet-stream", async _ =>
            TilePath.TryRead(level, index, out var tile) ? await log.TileAsync(tile.Level, tile.Index, tile.Width, context.RequestAborted) : null);

    private static async Task AnswerAsync(
        HttpContext context, CallReader calls, FrontDoor door, string by, string contentType, Func<ExchangeCall, ValueTask<byte[]?>> compose)
    {
        var (call, isReadable) = calls.Begin(context);
        if (!isReadable)
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.TransactionMalformed), isFhir: false);
            return;
        }

        await (await compose(call) is { } body
            ? door.ExchangeAsync(context, call, new ComposedInteraction(by, StatusCodes.Status200OK, body), contentType)
            : door.RefuseAsync(context, call, ExchangeRefusal.Of(ExchangeErrorKind.Absent), isFhir: false));
    }
}
