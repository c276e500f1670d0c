using System.Buffers;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Exchange;

/// <summary>Reads request bodies: at most 10 MiB each and 64 in memory at once (design.md 3.4). Thread safe.</summary>
internal sealed class BodyReader : IDisposable
{
    /// <summary>The largest body, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const int MaxBodies = 64;

    private readonly SemaphoreSlim _places = new(MaxBodies, MaxBodies);

    /// <summary>Runs with the body in memory.</summary>
    /// <param name="context">The request.</param>
    /// <param name="use">Gets the body, or the refusal: too large, or too busy.</param>
    public async Task UseAsync(HttpContext context, Func<ReadOnlyMemory<byte>, ExchangeRefusal?, Task> use)
    {
        if (!await _places.WaitAsync(0, CancellationToken.None))
        {
            await use(default, ExchangeRefusal.Of(ExchangeErrorKind.Busy));
            return;
        }

        try
        {
            var (body, refusal) = await ReadAsync(context);
            await use(body, refusal);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private static async ValueTask<(ReadOnlyMemory<byte> Body, ExchangeRefusal? Refusal)> ReadAsync(HttpContext context)
    {
        var tooLarge = ExchangeRefusal.Of(ExchangeErrorKind.BodyTooLarge);
        if (context.Request.ContentLength > MaxBytes)
        {
            return (default, tooLarge);
        }

        var buffer = new ArrayBufferWriter<byte>((int)(context.Request.ContentLength ?? 16 * 1024) + 1);
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            foreach (var segment in read.Buffer)
            {
                if (buffer.WrittenCount + segment.Length > MaxBytes)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return (default, tooLarge);
                }

                buffer.Write(segment.Span);
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return (buffer.WrittenMemory, null);
            }
        }
    }
}
