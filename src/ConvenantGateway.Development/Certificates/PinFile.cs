using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Development.Certificates;

/// <summary>The overlay's <c>pins/&lt;id&gt;.yaml</c>.</summary>
internal static class PinFile
{
    private const string AddressesKey = "shelter-addresses:";

    /// <summary>Writes the pin of a name; the shelter's hashes where their key is at hand, else those that stand there already.</summary>
    public static void Write(DevelopmentWorld world, string directory, string name, Func<string, string>? addressHash)
    {
        var path = Path.Combine(directory, name + ".yaml");
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(world.CertificatePath(name));
        var text = $"id: {name}\nspki:\n  - \"{KeyPin.Of(certificate)}\"\n";
        if (DevelopmentNames.Witnesses.Contains(name))
        {
            text += $"witness: \"{WitnessKeyFile.Ensure(world, name)}\"\n";
        }

        if (name == ShelterAddress.Partner)
        {
            text += addressHash is null ? Kept(path) : AddressesKey + "\n" + string.Concat(ShelterAddress.Forms.Select(f => $"  - \"{addressHash(f)}\"\n"));
        }

        ChangedFile.Write(path, Encoding.UTF8.GetBytes(text));
    }

    private static string Kept(string path)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var at = text.IndexOf(AddressesKey, StringComparison.Ordinal);
        return at < 0 ? "" : text[at..];
    }
}
