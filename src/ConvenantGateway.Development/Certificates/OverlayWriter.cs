using System.Text;

namespace ConvenantGateway.Development.Certificates;

/// <summary>Writes the overlay <c>certs-dev/policies</c>: key pins now, covenant signatures where a policy root is given. Writes only what changed.</summary>
internal static class OverlayWriter
{
    /// <summary>Brings the overlay up to date.</summary>
    public static void Write(DevelopmentWorld world, string? policies)
    {
        WritePins(world, policies);
    }

    private static void WritePins(DevelopmentWorld world, string? policies)
    {
        var directory = Path.Combine(world.OverlayPath, "pins");
        Directory.CreateDirectory(directory);
        foreach (var name in DevelopmentNames.All.Where(n => HasFile(n, policies)))
        {
            using var certificate = System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificateFromFile(world.CertificatePath(name.Id));
            ChangedFile.Write(Path.Combine(directory, name.Id + ".yaml"), Encoding.UTF8.GetBytes($"id: {name.Id}\nspki:\n  - \"{KeyPin.Of(certificate)}\"\n"));
        }
    }

    // A pin without a partner or officer file would be an error of the policy set.
    private static bool HasFile(DevelopmentName name, string? policies) =>
        policies is null
            ? name.Kind != DevelopmentNameKind.Nobody
            : File.Exists(Path.Combine(policies, "partners", name.Id + ".yaml")) || File.Exists(Path.Combine(policies, "officers", name.Id + ".yaml"));
}
