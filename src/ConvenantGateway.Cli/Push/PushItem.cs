using System.Text.Json.Nodes;

namespace ConvenantGateway.Cli.Push;

/// <summary>One resource on its way. Not thread safe.</summary>
internal sealed class PushItem(string type, string? fullUrl, JsonObject resource)
{
    /// <summary>The resource type.</summary>
    public string Type => type;

    /// <summary>As the file says, or null.</summary>
    public string? FullUrl => fullUrl;

    /// <summary>The resource as the file says.</summary>
    public JsonObject Resource => resource;

    /// <summary>How other resources may refer to it.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (fullUrl is not null)
            {
                yield return fullUrl;
            }

            if (resource["id"]?.ToString() is { } id && $"{type}/{id}" != fullUrl)
            {
                yield return $"{type}/{id}";
            }
        }
    }

    /// <summary>The assigned <c>Type/id</c>; null until it is stored.</summary>
    public string? Location { get; set; }

    /// <summary>Why it was suppressed whole; null if it was not.</summary>
    public string? Suppressed { get; set; }

    /// <summary>The codes it was refused with; empty if it was not.</summary>
    public IReadOnlyList<string> Refused { get; set; } = [];
}
