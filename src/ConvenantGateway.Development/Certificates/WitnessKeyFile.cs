using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Policy;
using NSec.Cryptography;

namespace ConvenantGateway.Development.Certificates;

/// <summary>The keys with which witnesses of the development world co-sign checkpoints: one file each, <c>PRIVATE+KEY+name+hash+base64(0x04, seed)</c> (C2SP signed-note), readable by its owner only.</summary>
internal static class WitnessKeyFile
{
    /// <summary>The name of a witness's key.</summary>
    public static string NameOf(string id) => $"convenantgateway.nl/witness/{id}";

    /// <summary>The verifier key of a witness; its key is made if it has none.</summary>
    public static string Ensure(DevelopmentWorld world, string id)
    {
        var path = world.WitnessKeyPath(id);
        if (!File.Exists(path))
        {
            var made = RandomNumberGenerator.GetBytes(32);
            var hash = WitnessKeyText.Hash(NameOf(id), Public(made));
            OwnerOnlyFile.Write(path, Encoding.ASCII.GetBytes($"PRIVATE+KEY+{NameOf(id)}+{hash}+{Convert.ToBase64String([4, .. made])}\n"));
        }

        var seed = Convert.FromBase64String(File.ReadAllText(path).Trim().Split('+', 5)[4])[1..];
        return WitnessKeyText.Of(NameOf(id), Public(seed));
    }

    private static byte[] Public(byte[] seed)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        return key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }
}
