using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>Opens signed notes (C2SP signed-note). Pure; thread safe.</summary>
public static class SignedNote
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The note's text, if the key signed it; false for any other bytes. Signatures of other keys are passed over.</summary>
    /// <param name="note">The exact bytes.</param>
    /// <param name="key">The key to trust.</param>
    /// <param name="text">The signed text, with its last newline.</param>
    public static bool TryOpen(ReadOnlySpan<byte> note, VerifierKey key, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!TrySplit(note, out var body, out var lines))
        {
            return false;
        }

        var signed = false;
        foreach (var line in lines)
        {
            if (line.Name == key.Name && line.Bytes.Span[..4].SequenceEqual(key.KeyId.Span))
            {
                if (!key.Verify(Encoding.UTF8.GetBytes(body), line.Bytes.Span[4..]))
                {
                    return false;
                }

                signed = true;
            }
        }

        text = signed ? body : null;
        return signed;
    }

    /// <summary>Splits a note into its text and its signature lines, without verifying any; false for bytes that are no signed note.</summary>
    /// <param name="note">The exact bytes.</param>
    /// <param name="text">The text, with its last newline.</param>
    /// <param name="lines">The lines, at least one.</param>
    public static bool TrySplit(ReadOnlySpan<byte> note, [NotNullWhen(true)] out string? text, out ImmutableArray<NoteSignature> lines)
    {
        (text, lines) = (null, []);
        string all;
        try
        {
            all = Strict.GetString(note);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        var end = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !all.EndsWith('\n'))
        {
            return false;
        }

        var found = ImmutableArray.CreateBuilder<NoteSignature>();
        foreach (var line in all[(end + 2)..^1].Split('\n'))
        {
            if (!TryParseLine(line, out var name, out var signature))
            {
                return false;
            }

            found.Add(new NoteSignature(name, signature, line));
        }

        (text, lines) = (all[..(end + 1)], found.ToImmutable());
        return true;
    }

    private static bool TryParseLine(string line, out string name, out byte[] signature)
    {
        (name, signature) = ("", []);
        var parts = line.Split(' ');
        if (parts.Length != 3 || parts[0] != "\u2014" || parts[1].Length == 0)
        {
            return false;
        }

        var buffer = new byte[parts[2].Length];
        if (!Convert.TryFromBase64String(parts[2], buffer, out var written) || written < 5
            || Convert.ToBase64String(buffer, 0, written) != parts[2])
        {
            return false;
        }

        (name, signature) = (parts[1], buffer[..written]);
        return true;
    }
}
