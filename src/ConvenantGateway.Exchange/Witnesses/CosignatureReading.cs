using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>Reads what a witness sends: a checkpoint that this log signed, byte for byte, with a line of the witness's own key. Thread safe.</summary>
/// <param name="witnesses">The checkpoints.</param>
internal sealed class CosignatureReading(IWitnesses witnesses)
{
    /// <summary>The longest note, in bytes.</summary>
    public const int MaxLength = 8 * 1024;

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    /// <summary>Reads.</summary>
    /// <param name="witness">Who sends it.</param>
    /// <param name="witnessKey">The verifier key in the witness's operator-signed file; null if it has none.</param>
    /// <param name="note">The body.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The co-signature, or why it is refused.</returns>
    public async ValueTask<(WitnessedCheckpoint? Cosignature, ExchangeErrorKind Refusal)> ReadAsync(
        string witness, string? witnessKey, ReadOnlyMemory<byte> note, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!WitnessKey.TryParse(witnessKey, out var key))
        {
            return (null, ExchangeErrorKind.CosignerUnknown);
        }

        if (note.Length > MaxLength || !SignedNote.TrySplit(note.Span, out var text, out _) || SizeOf(text) is not { } size)
        {
            return (null, ExchangeErrorKind.CosignatureUnreadable);
        }

        if (!key.TryOpen(note.Span, out var found))
        {
            return (null, ExchangeErrorKind.CosignerUnknown);
        }

        if (await witnesses.CheckpointAsync(size, cancellation) is not { } signed || !SignedNote.TrySplit(signed, out var own, out _) || own != text)
        {
            return (null, ExchangeErrorKind.CheckpointForeign);
        }

        // A long from outside: compared as seconds, for a date may not hold it.
        var seconds = now.ToUnixTimeSeconds();
        return found.UnixSeconds > seconds + (long)Ahead.TotalSeconds || found.UnixSeconds < seconds - (long)Oldest.TotalSeconds
            ? (null, ExchangeErrorKind.CosignatureStale)
            : (new WitnessedCheckpoint(witness, key.Name, size, DateTimeOffset.FromUnixTimeSeconds(found.UnixSeconds), found.Line), default);
    }

    /// <summary>What the witness sees of it in the log.</summary>
    public static ImmutableArray<RecordValue> Values(WitnessedCheckpoint cosignature) =>
    [
        new("size", cosignature.Size.ToString(CultureInfo.InvariantCulture)),
        new("key", cosignature.Key),
        new("signed", cosignature.SignedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new("line", cosignature.Line),
    ];

    /// <summary>The answer: what was stored.</summary>
    public static byte[] Answer(WitnessedCheckpoint cosignature) => Encoding.UTF8.GetBytes(cosignature.Line + "\n");

    private static long? SizeOf(string text)
    {
        var lines = text.Split('\n');
        return lines.Length == 4 && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
    }
}
