using System.Text;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Filters a Bundle given as text.</summary>
internal static class BundleRunning
{
    public const string Base = "https://gateway/ashg-noord/fhir";

    public static BundleOutcome Run(this ResourceFilter filter, string bundle, IBundleScopes scopes, int mostBytes = ResourceFilter.MaxBytes)
    {
        var index = new BundleIndex();
        using var buffer = new FilterBuffer(mostBytes);
        var pass = new BundleFilter(filter).Filter(Encoding.UTF8.GetBytes(bundle), scopes, Encoding.UTF8.GetBytes(Base), index, buffer);
        return new BundleOutcome(pass.IsKept ? Encoding.UTF8.GetString(buffer.Written) : null, pass.Refusal, index, buffer.WithheldOfBundle);
    }
}
