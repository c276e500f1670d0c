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
    private const string Plain = "text/plain";
    private const string PlainUtf8 = "text/plain; charset=utf-8";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapEvidenceEndpoints(this IEndpointRouteBuilder partners)
    {
        partners.MapGet("/receipts/{tx}", ReceiptAsync).WithName("receipt");
        partners.MapPost("/receipts/{tx}/ack", AcknowledgeAsync).WithName("acknowledge").WithSummary("the caller counter-signs that it holds the answer: the body is a compact JWS (application/jose) with the key of its client certificate")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status404NotFound).Produces(StatusCodes.Status409Conflict);
        partners.MapGet("/log/checkpoint", CheckpointAsync).WithName("checkpoint");
        partners.MapGet("/log/checkpoint/witnessed", WitnessedAsync).WithName("witnessed-checkpoint").WithSummary("the largest checkpoint that a witness co-signed, with the lines of its witnesses (C2SP tlog-cosignature)");
        partners.MapPost("/log/checkpoint/cosignatures", CosignAsync).WithName("cosign").WithSummary("a witness hands in a checkpoint of this log with its co-signature as text/plain (C2SP tlog-cosignature)")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status403Forbidden).Produces(StatusCodes.Status409Conflict);
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

    private static Task AcknowledgeAsync(HttpContext context, string tx, CallReader calls, FrontDoor door, IReceipts receipts, BodyReader bodies)
    {
        var certificate = context.Connection.ClientCertificate ?? throw new InvalidOperationException("no certificate on this connection");
        return PostAsync(context, calls, door, bodies, Jose, ResponseRelease.Json, body => new AcknowledgeInteraction(receipts, tx, body, certificate));
    }

    private static Task WitnessedAsync(HttpContext context, CallReader calls, FrontDoor door, IWitnesses witnesses) =>
        AnswerAsync(context, calls, door, "checkpoint", PlainUtf8, async _ => await witnesses.WitnessedAsync(context.RequestAborted));

    private static Task CosignAsync(HttpContext context, CallReader calls, FrontDoor door, CosignatureReading reading, IWitnesses witnesses, BodyReader bodies) =>
        PostAsync(context, calls, door, bodies, Plain, PlainUtf8, body => new CosignInteraction(reading, witnesses, body));

    private static Task CheckpointAsync(HttpContext context, CallReader calls, FrontDoor door, ILogReading log) =>
        AnswerAsync(context, calls, door, "checkpoint", PlainUtf8, async _ => await log.CheckpointAsync(context.RequestAborted));

    private static Task TileAsync(HttpContext context, string level, string index, CallReader calls, FrontDoor door, ILogReading log) =>
        AnswerAsync(context, calls, door, "tile", "application/octet-stream", async _ =>
            TilePath.TryRead(level, index, out var tile) ? await log.TileAsync(tile.Level, tile.Index, tile.Width, context.RequestAborted) : null);

    private static async Task PostAsync(
        HttpContext context, CallReader calls, FrontDoor door, BodyReader bodies, string sent, string contentType, Func<ReadOnlyMemory<byte>, IInteraction> interaction)
    {
        var (call, isReadable) = calls.Begin(context);
        var refusal = !isReadable ? ExchangeErrorKind.TransactionMalformed
            : context.Request.Query.Count > 0 ? ExchangeErrorKind.UnknownParameter
            : !MediaTypes.IsSent(context, sent) ? ExchangeErrorKind.UnsupportedMediaType
            : (ExchangeErrorKind?)null;
        if (refusal is { } kind)
        {
            await door.RefuseAsync(context, call, ExchangeRefusal.Of(kind), isFhir: false);
            return;
        }

        await bodies.UseAsync(context, (body, refused) => refused is not null
            ? door.RefuseAsync(context, call, refused, isFhir: false)
            : door.ExchangeAsync(context, call, interaction(body), contentType));
    }

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
