namespace ConvenantGateway.Host.Release;

/// <summary>What a library wrote as a response (token endpoint, OpenAPI page), caught before a byte of it left, so that it can be recorded first.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The content type, or empty.</param>
/// <param name="Body">The bytes.</param>
internal sealed record CapturedResponse(int Status, string ContentType, byte[] Body)
{
    /// <summary>Runs a handler with the response caught in memory; afterwards the response is as if nothing had been written, its headers kept.</summary>
    public static async Task<CapturedResponse> CatchAsync(HttpContext context, RequestDelegate handler)
    {
        var response = context.Response;
        var real = response.Body;
        using var memory = new MemoryStream();
        response.Body = memory;
        try
        {
            await handler(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            response.Body = real;
        }

        var caught = new CapturedResponse(response.StatusCode, response.ContentType ?? "", memory.ToArray());
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = null;
        response.ContentType = null;
        return caught;
    }
}
