namespace ConvenantGateway.Host.Exchange;

/// <summary><c>Fsc-Transaction-Id</c>: a UUIDv7, kept if sent (design.md 3.4).</summary>
internal static class TransactionHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "Fsc-Transaction-Id";

    /// <summary>Reads it; false if it is there but is not one UUIDv7.</summary>
    public static bool TryRead(HttpRequest request, out Guid? transaction)
    {
        transaction = null;
        var values = request.Headers[Name];
        if (values.Count == 0)
        {
            return true;
        }

        if (values.Count == 1 && Guid.TryParseExact(values[0], "D", out var id) && id.Version == 7 && id.Variant is >= 8 and <= 11)
        {
            transaction = id;
            return true;
        }

        return false;
    }
}
