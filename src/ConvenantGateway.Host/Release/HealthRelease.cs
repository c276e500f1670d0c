namespace ConvenantGateway.Host.Release;

/// <summary>Answers of the operations listener: words without case data.</summary>
internal static class HealthRelease
{
    /// <summary>Sends one line.</summary>
    public static async Task SendAsync(HttpContext context, int status, string line)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(line + "\n", context.RequestAborted);
    }
}
