using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Is the log whole? Numbers and digests only, so that the operator may look too.</summary>
[ForRoles(OfficerRole.Fg, OfficerRole.Pf, OfficerRole.Toezicht, OfficerRole.Beheer)]
internal sealed class LogPage(IActivePolicy active, ILogReading reading, IAuditLog log, IWitnesses witnesses, TimeProvider time) : ConsolePage(active)
{
    /// <inheritdoc/>
    public override string Section => "/logboek";

    /// <summary>The signed checkpoint.</summary>
    public string Checkpoint { get; private set; } = "";

    /// <summary>The number of leaves that it signs.</summary>
    public string Size => Checkpoint.Split('\n') is { Length: > 1 } lines ? lines[1] : "";

    /// <summary>The last commit succeeded.</summary>
    public bool IsHealthy => log.IsHealthy;

    /// <summary>The log's public key.</summary>
    public string VerifierKey => reading.VerifierKey;

    /// <summary>What a verification found; null if none was asked.</summary>
    public LogVerification? Verification { get; private set; }

    /// <summary>Who co-signs, and how old and of which size its newest co-signature is.</summary>
    public IReadOnlyList<WitnessLine> Witnesses { get; private set; } = [];

    /// <summary>Shows the state.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Checkpoint = Encoding.UTF8.GetString(await reading.CheckpointAsync(cancellation));
        Witnesses = WitnessLine.Of(Policy, await witnesses.NewestAsync(cancellation), time.GetUtcNow());
    }

    /// <summary>Recomputes the whole log.</summary>
    public async Task OnPostAsync(CancellationToken cancellation)
    {
        Verification = await reading.VerifyAsync(cancellation);
        Look.Note("verified", Verification.IsValid ? "valid" : "invalid");
        await OnGetAsync(cancellation);
    }
}
