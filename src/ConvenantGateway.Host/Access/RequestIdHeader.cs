namespace ConvenantGateway.Host.Access;

/// <summary><c>X-Request-ID</c> (AuthZEN 1.0 section 10.1.3): answered with the same value. Bounded, and printable ASCII only: what is not is left out of the echo.</summary>
internal static class RequestIdHeader
{
    private const string Name = "X-Request-ID";
    private const int MaxLength = 128;

    /// <summary>Puts the echo on the answer, refusals included.</summary>
    public static void Echo(HttpContext context)
    {
        if (context.Request.Headers[Name] is [{ Length: > 0 } sent, ..])
        {
            var echo = new string([.. sent.Where(static c => c is >= ' ' and <= '~').Take(MaxLength)]).Trim();
            if (echo.Length > 0)
            {
                context.Response.Headers[Name] = echo;
            }
        }
    }
}
