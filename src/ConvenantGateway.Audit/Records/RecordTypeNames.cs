using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>The names of record types in leaves. They never change. Pure; thread safe.</summary>
public static class RecordTypeNames
{
    private static readonly string[] Names =
    [
        "", "exchange", "token", "handshake-refusals", "look", "hold", "activation", "start", "stop", "weekcontrole", "inquiry", "export", "key-change", "dry-run",
        "acknowledgement", "cosignature", "erasure", "legal-hold", "epoch", "clock-step", "mogelijk-onrechtmatig", "person-report", "relay-intent", "relay-outcome", "backup", "week-item",
    ];

    private static readonly byte[][] Utf8Names = [.. Names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The name of a type.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is <see cref="RecordType.None"/> or unknown.</exception>
    public static string NameOf(RecordType type) => type != RecordType.None && (int)type < Names.Length
        ? Names[(int)type]
        : throw new ArgumentOutOfRangeException(nameof(type), type, "a record needs a known type");

    /// <summary>The type of a name; <see cref="RecordType.None"/> for an unknown one.</summary>
    public static RecordType Parse(string? name) => string.IsNullOrEmpty(name) ? RecordType.None : (RecordType)Math.Max(0, Array.IndexOf(Names, name));

    /// <summary>The same, from the bytes of a leaf.</summary>
    internal static RecordType Parse(ReadOnlySpan<byte> name)
    {
        for (var i = 1; i < Utf8Names.Length; i++)
        {
            if (name.SequenceEqual(Utf8Names[i]))
            {
                return (RecordType)i;
            }
        }

        return RecordType.None;
    }
}
