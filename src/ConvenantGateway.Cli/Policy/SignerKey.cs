using System.CommandLine;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Cli.Policy;

/// <summary>The certificate and key that sign, from PEM files or a PKCS#12 file. The password comes from a file: on a command line everybody could read it.</summary>
internal sealed class SignerKey
{
    private readonly Option<FileInfo?> _certificate = new("--certificate") { Description = "PEM of the signer's certificate" };
    private readonly Option<FileInfo?> _key = new("--key") { Description = "PEM of its key" };
    private readonly Option<FileInfo?> _p12 = new("--p12") { Description = "PKCS#12 file with both, in the place of --certificate and --key" };
    private readonly Option<FileInfo?> _password = new("--password-file") { Description = "file with the password of --p12 or --key" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _certificate, _key, _p12, _password })
        {
            command.Add(option);
        }
    }

    /// <exception cref="FormatException">Neither or both forms are given.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The files hold no certificate and key, or the key is not the certificate's.</exception>
    public X509Certificate2 Read(ParseResult result)
    {
        var password = result.GetValue(_password) is { } file ? File.ReadAllText(file.FullName).TrimEnd('\r', '\n') : null;
        return (result.GetValue(_certificate), result.GetValue(_key), result.GetValue(_p12)) switch
        {
            ({ } certificate, { } key, null) => Fitting(certificate.FullName, key.FullName, password),
            (null, null, { } p12) => X509CertificateLoader.LoadPkcs12FromFile(p12.FullName, password),
            _ => throw new FormatException("give `--certificate` and `--key`, or `--p12`"),
        };
    }

    private static X509Certificate2 Fitting(string certificate, string key, string? password)
    {
        try
        {
            return password is null ? X509Certificate2.CreateFromPemFile(certificate, key) : X509Certificate2.CreateFromEncryptedPemFile(certificate, password, key);
        }
        catch (ArgumentException e)
        {
            throw new FormatException("the key is not that of the certificate", e);
        }
    }
}
