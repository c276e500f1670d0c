using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>References to Patients as the gateway writes them: <c>Patient/id</c>.</summary>
internal static class PatientReference
{
    /// <summary>True if a reference names this Patient.</summary>
    public static bool Names(ReadOnlySpan<byte> reference, string patientId)
    {
        const int Most = 64;
        Span<byte> id = stackalloc byte[Most];
        return reference.StartsWith("Patient/"u8) && Encoding.UTF8.TryGetBytes(patientId, id, out var length) && reference["Patient/".Length..].SequenceEqual(id[..length]);
    }
}
