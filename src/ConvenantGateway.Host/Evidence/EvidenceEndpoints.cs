using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Exchange;
using ConvenantGateway.Host.Release;

namespace ConvenantGateway.Host.Evidence;

/// <summary>Receipts, checkpoint and hash tiles (design.md 3.2): never a record, never an entry bundle. A certificate is enough.</summary>
internal static class EvidenceEndpoints
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Maps the addresses on the partner listener.</summary>
    public static void MapEvidenceEndpoints(this IEndpointRouteBuilder partners)
    {
        partners.MapGet("/receipts/{tx}", ReceiptAsync).WithName("receipt");
        partners.MapGet("/log/checkpoint", CheckpointAsync).WithName("checkpoint");
        partners.MapGet("/log/tile/{level}/{**index}", TileAsync).WithName("tile");
    }

    private static Task ReceiptAsync(HttpContext context, string tx, CallReader calls, FrontDoor door, ILogReading log) =>
        AnswerAsync(context, calls, door, "receipt", ResponseRelease.Json, async call =>
            Guid.TryParseExact(tx, "D", out var id) && await log.ProofAsync(call.Caller.Value, id, context.RequestAborted) is { } proof
                ? JsonSerializer.SerializeToUtf8Bytes(proof, Web)
                : null);

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
