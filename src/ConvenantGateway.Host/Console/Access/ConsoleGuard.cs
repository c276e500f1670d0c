using ConvenantGateway.Host.Connect;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// What must be true before a page runs: only GET and POST, a request that this console's own pages started, a body of a form's size, a role that the page admits.
/// Whatever is refused leaves an empty status; <see cref="StatusPages"/> words it.
/// </summary>
internal sealed class ConsoleGuard(RequestDelegate next)
{
    /// <summary>The largest form, in bytes.</summary>
    public const long MaxFormBytes = 64 * 1024;

    /// <summary>Runs the page or refuses.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            var refusal = Refusal(context);
            if (refusal != 0)
            {
                context.Response.StatusCode = refusal;
                return Task.CompletedTask;
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = MaxFormBytes;
            }
        }

        return next(context);
    }

    private static int Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (!IsOwnRequest(request))
        {
            return StatusCodes.Status403Forbidden;
        }

        if (context.GetEndpoint() is not { } endpoint)
        {
            return StatusCodes.Status404NotFound;
        }

        return context.Features.Get<ConnectedOfficer>() is { } connected
            && endpoint.Metadata.GetMetadata<ForRolesAttribute>() is { } roles
            && roles.Admits(connected.Officer.Role)
                ? 0
                : StatusCodes.Status403Forbidden;
    }

    /// <summary>
    /// Fetch Metadata: a POST must come from this origin; another site may send an officer to the start page only, or it could make an officer "look" at records.
    /// </summary>
    private static bool IsOwnRequest(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return HttpMethods.IsPost(request.Method)
            ? site is "same-origin"
            : site is "same-origin" or "none" or "" || request.Path == "/";
    }
}
