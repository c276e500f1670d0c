using System.Runtime.InteropServices;

namespace ConvenantGateway.Host.Policies;

/// <summary>SIGHUP activates: policy, TLS material and revocation lists are read again (design.md section 5: activated, not watched).</summary>
internal sealed class ActivationSignal(PolicyActivator activator, Connect.TlsMaterialHolder tls, ILogger<ActivationSignal> logger) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            ThreadPool.QueueUserWorkItem(_ => Activate());
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _registration?.Dispose();

    private void Activate()
    {
        try
        {
            tls.Reload();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Security.Cryptography.CryptographicException)
        {
            ActivationLog.TlsKept(logger, e);
        }

        activator.ActivateAsync().AsTask().GetAwaiter().GetResult();
    }
}
