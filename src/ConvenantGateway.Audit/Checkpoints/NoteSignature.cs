namespace ConvenantGateway.Audit;

/// <summary>A signature line of a note: <c>— name base64(key id, signature)</c>.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="Bytes">Four bytes of key id, then the signature in the form of its algorithm.</param>
/// <param name="Line">The line as it stands in the note, without its end.</param>
public sealed record NoteSignature(string Name, ReadOnlyMemory<byte> Bytes, string Line);
