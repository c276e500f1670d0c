using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ConvenantGateway.Exchange;

/// <summary>The bytes of person reports: UTF-8 JSON with fixed field order; the digest in the record is that of the person's version. Pure; thread safe.</summary>
public static class ReportJson
{
    /// <summary>Writes the person's version.</summary>
    public static byte[] Write(PersonDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, ReportJsonContext.Default.PersonDocument);

    /// <summary>Writes the officers' version.</summary>
    public static byte[] Write(OfficerDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, ReportJsonContext.Default.OfficerDocument);

    /// <summary>Writes what is stored of a request.</summary>
    public static byte[] Write(PersonReportFile file) => JsonSerializer.SerializeToUtf8Bytes(file, ReportJsonContext.Default.PersonReportFile);

    /// <summary>Reads what is stored of a request.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such thing.</exception>
    public static PersonReportFile ReadFile(ReadOnlySpan<byte> json) => Read(json, ReportJsonContext.Default.PersonReportFile);

    /// <summary>SHA-256 of the person's version, lower-case hex.</summary>
    public static string DigestOf(PersonDocument document) => Convert.ToHexStringLower(SHA256.HashData(Write(document)));

    /// <summary>SHA-256 of the officers' version, lower-case hex.</summary>
    public static string DigestOf(OfficerDocument document) => Convert.ToHexStringLower(SHA256.HashData(Write(document)));

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("a stored person report is empty");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("a stored person report cannot be read", e);
        }
    }
}
