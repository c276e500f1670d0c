using System.Globalization;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>
/// A key hands over to the next: a C2SP signed note that both signed, so that who trusts either can trust the other. Lines: <c>&lt;origin of the old key&gt;/handover/v1</c>, the old verifier key,
/// the new verifier key, the size of the tree from which the new key signs, its root (base64), why. Immutable; thread safe.
/// </summary>
/// <param name="From">The key that hands over.</param>
/// <param name="To">The key that takes over; its name may be another origin: a new epoch.</param>
/// <param name="Size">The smallest tree that the new key signs.</param>
/// <param name="Root">The root of the tree of that size, 32 bytes.</param>
/// <param name="Why"><c>rotation</c> or <c>epoch</c>.</param>
public sealed record KeyHandover(VerifierKey From, VerifierKey To, long Size, ReadOnlyMemory<byte> Root, string Why)
{
    /// <summary>The note with both signatures.</summary>
    /// <param name="from">Signs for the old key.</param>
    /// <param name="to">Signs for the new key.</param>
    public byte[] Sign(NoteSigner from, NoteSigner to)
    {
        // The second note repeats the text; only its signature line is added.
        var second = Encoding.UTF8.GetString(to.Sign(ToString()));
        return [.. from.Sign(ToString()), .. Encoding.UTF8.GetBytes(second[(second.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)..])];
    }

    /// <summary>True if the note is exactly this handover and both keys signed it.</summary>
    public bool IsSignedBy(ReadOnlySpan<byte> note) =>
        SignedNote.TryOpen(note, From, out var first) && SignedNote.TryOpen(note, To, out var second) && first == ToString() && second == first;

    /// <summary>The lines that are signed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From.Name}/handover/v1\n{From}\n{To}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n{Why}\n");
}
