using System.ComponentModel.DataAnnotations;
using ConvenantGateway.Host.Connect;

namespace ConvenantGateway.Host;

/// <summary>How a node runs. Bound from configuration section <c>Gateway</c> and the command line, checked at start. No option turns authentication, decision, filtering or audit off.</summary>
internal sealed record GatewayOptions
{
    /// <summary>The policy folder. Default <c>policies</c>.</summary>
    [Required]
    public string Policies { get; init; } = "policies";

    /// <summary>The covenant in force. Mandatory outside Development; in Development <c>modelconvenant-2009</c>.</summary>
    public string Covenant { get; init; } = "";

    /// <summary>The folder of the databases, or a connection string of PostgreSQL (with <c>Host=</c> and <c>Database=</c>). Default <c>data</c>.</summary>
    [Required]
    public string Database { get; init; } = "data";

    /// <summary>The folder of what a node keeps beside its databases (<c>activation/</c>) where these are on PostgreSQL; else it is the folder of the databases. Default <c>data</c>.</summary>
    [Required]
    public string State { get; init; } = "data";

    /// <summary>The folder of the development certificates and overlay, used in Development only. Default <c>certs-dev</c>.</summary>
    [Required]
    public string Certificates { get; init; } = "certs-dev";

    /// <summary>A second policy folder with pins and signatures, outside Development; null for none.</summary>
    public string? Overlay { get; init; }

    /// <summary>
    /// The certificate subject of the operator, who signs partners, officers and pins, as RFC 4514 text. It stands here and not in the policy folder, or whoever can write there could name himself. Mandatory
    /// outside Development; there <c>beheer-noord</c>.
    /// </summary>
    public string? OperatorSubject { get; init; }

    /// <summary>The TLS files; mandatory outside Development.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>The name in the public addresses and the server certificate. Default <c>localhost</c>.</summary>
    [Required]
    public string PublicHost { get; init; } = "localhost";

    /// <summary>Listen for partners and officers on all addresses; default false: loopback only. The operations port is always loopback.</summary>
    public bool ListensOnAllAddresses { get; init; }

    /// <summary>The partner port, 0 to 65535; 0 picks one. Default 8443.</summary>
    [Range(0, 65535)]
    public int PartnerPort { get; init; } = 8443;

    /// <summary>The console port. Default 8444.</summary>
    [Range(0, 65535)]
    public int OfficerPort { get; init; } = 8444;

    /// <summary>The operations port on 127.0.0.1. Default 8445.</summary>
    [Range(0, 65535)]
    public int OperationsPort { get; init; } = 8445;

    /// <summary>The region whose key makes handles. Default <c>noord</c>.</summary>
    [Required]
    public string Region { get; init; } = "noord";
}
