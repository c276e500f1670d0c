using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Policy;

/// <summary>The digests that are signed: SHA-256 over the lines <c>&lt;sha256-hex&gt;  &lt;path&gt;\n</c> of files in ordinal order of their paths.</summary>
internal static class Manifest
{
    private static readonly string[] Folders = ["statute/", "elements/", "law/", "wegwijzer/"];
    private static readonly string[] Single = ["categories.yaml", "grounds.yaml", "purposes.yaml", "parties.yaml", "profiles.yaml", "invariants.yaml", "onward.yaml", "clauses.yaml", "labels.yaml", RetentionFile.Path];
    private static readonly string[] OperatorFolders = ["partners/", "officers/", "pins/"];

    /// <summary>What a covenant's parties sign, lower-case hex.</summary>
    public static string OfCovenant(PolicyFiles files, string covenant)
    {
        var own = $"covenant/{covenant}/";
        var signatures = own + "signatures/";
        return Digest(files, path => (path.StartsWith(own, StringComparison.Ordinal) && !path.StartsWith(signatures, StringComparison.Ordinal)) || In(path, Folders) || Single.Contains(path, StringComparer.Ordinal));
    }

    /// <summary>What the operator signs, lower-case hex.</summary>
    public static string OfOperator(PolicyFiles files) => Digest(files, path => In(path, OperatorFolders));

    /// <summary>The version of the Wegwijzer's questions, lower-case hex.</summary>
    public static string OfWegwijzer(PolicyFiles files) => Digest(files, path => In(path, ["wegwijzer/"]));

    /// <summary>Over every file that was read, signatures included, lower-case hex: the name of a stored set.</summary>
    public static string OfSet(PolicyFiles files) => Digest(files, static _ => true);

    /// <summary>Over what the rules say and what is checked of them: every file but signatures and pins, lower-case hex.</summary>
    public static string OfRules(PolicyFiles files) => Digest(files, static path => !path.EndsWith(".jws", StringComparison.Ordinal) && !path.StartsWith("pins/", StringComparison.Ordinal));

    private static bool In(string path, string[] folders) => Array.Exists(folders, f => path.StartsWith(f, StringComparison.Ordinal));

    private static string Digest(PolicyFiles files, Func<string, bool> counts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files.Files.Where(f => counts(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}  {path}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
