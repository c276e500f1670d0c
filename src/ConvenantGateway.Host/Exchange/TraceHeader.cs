namespace ConvenantGateway.Host.Exchange;

/// <summary><c>traceparent</c> (W3C Trace Context): kept in the record as sent if it is well formed, else dropped.</summary>
internal static class TraceHeader
{
    /// <summary>The header, or empty.</summary>
    public static string Read(HttpRequest request)
    {
        var values = request.Headers.TraceParent;
        return values is [{ Length: 55 } value] && value.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or '-') ? value : "";
    }
}
