namespace ConvenantGateway.Development.Certificates;

/// <summary>Writes the overlay <c>certs-dev/policies</c>: key pins, and signatures where a policy root is given. Writes only what changed.</summary>
internal static class OverlayWriter
{
    /// <summary>Brings the overlay up to date.</summary>
    public static void Write(DevelopmentWorld world, DateTimeOffset now, string? policies, Func<string, string>? addressHash)
    {
        var root = policies is not null && Directory.Exists(policies) ? policies : null;
        var pins = Path.Combine(world.OverlayPath, "pins");
        Directory.CreateDirectory(pins);
        foreach (var name in DevelopmentNames.All)
        {
            if (HasFile(name, root))
            {
                PinFile.Write(world, pins, name.Id, addressHash);
            }
            else
            {
                File.Delete(Path.Combine(pins, name.Id + ".yaml"));
            }
        }

        if (root is not null)
        {
            OverlaySignatures.Write(world, now, root);
        }
    }

    // A pin without a partner or officer file would be a pin of nobody.
    private static bool HasFile(DevelopmentName name, string? root) =>
        root is null
            ? name.Kind != DevelopmentNameKind.Nobody
            : File.Exists(Path.Combine(root, "partners", name.Id + ".yaml")) || File.Exists(Path.Combine(root, "officers", name.Id + ".yaml"));
}
