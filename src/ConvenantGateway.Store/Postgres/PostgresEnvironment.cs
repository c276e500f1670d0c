using System.Globalization;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// How a program of PostgreSQL is told to connect: by its environment only (PostgreSQL 15, section 34.15), which other users of the machine cannot read; arguments they can. What the connection string does not
/// name the program takes from where the gateway takes it, <c>PGPASSWORD</c>, <c>PGPASSFILE</c> and <c>PGSSLROOTCERT</c>.
/// </summary>
internal static class PostgresEnvironment
{
    // Where systems keep the authorities that .NET trusts; libpq trusts none by itself.
    private static readonly string[] Authorities = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];

    /// <summary>The variables; null takes one away, that would lead elsewhere.</summary>
    public static IReadOnlyDictionary<string, string?> Of(NpgsqlConnectionStringBuilder place)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PGHOST"] = place.Host,
            ["PGPORT"] = place.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = place.Database,
            ["PGSSLMODE"] = place.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() },
            ["PGAPPNAME"] = "convenantgateway-backup",
            ["PGCONNECT_TIMEOUT"] = "10",
            ["PGCLIENTENCODING"] = "UTF8",
            ["LC_ALL"] = "C",
            ["PGHOSTADDR"] = null,
            ["PGSERVICE"] = null,
            ["PGOPTIONS"] = null,
            ["PGCLUSTER"] = null,
        };
        Add("PGUSER", place.Username);
        Add("PGPASSWORD", place.Password);
        Add("PGPASSFILE", place.Passfile);
        Add("PGSSLCERT", place.SslCertificate);
        Add("PGSSLKEY", place.SslKey);
        Add("PGSSLROOTCERT", place.RootCertificate ?? (place.SslMode is SslMode.VerifyCA or SslMode.VerifyFull && Environment.GetEnvironmentVariable("PGSSLROOTCERT") is null ? Array.Find(Authorities, File.Exists) : null));
        return variables;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                variables[name] = value;
            }
        }
    }
}
