using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using ConvenantGateway.Audit;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Host.Operations;

namespace ConvenantGateway.Host.Policies;

/// <summary>
/// SIGHUP: orders about the log are carried out (<see cref="NodeOrders"/>); and it activates: TLS material and revocation lists are read again, then the requests that wait are carried out, or else the folder (design.md section 5: activated, not watched). However many signals
/// come, one activation runs and at most one more follows it.
/// </summary>
internal sealed class ActivationSignal(
    PolicyActivator activator, PolicyHolder holder, Connect.TlsMaterialHolder tls, ActivationDesk desk, NodeOrders orders, ActivationReport started, IAuditLog log, TimeProvider time, ILogger<ActivationSignal> logger)
    : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;
    private int _waiting;
    private int _running;

    /// <summary>True while a run is under way or a signal waits for one.</summary>
    internal bool IsBusy => Volatile.Read(ref _running) == 1 || Volatile.Read(ref _waiting) == 1;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var error in started.Errors)
        {
            ActivationLog.Refused(logger, error);
        }

        foreach (var warning in started.Warnings)
        {
            ActivationLog.Warning(logger, warning);
        }

        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            Signalled();
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _registration?.Dispose();

    /// <summary>Notes the signal, and runs unless a run is under way, which will see it.</summary>
    internal void Signalled()
    {
        Interlocked.Exchange(ref _waiting, 1);
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
        {
            ThreadPool.QueueUserWorkItem(_ => RunAsync().GetAwaiter().GetResult());
        }
    }

    private async Task RunAsync()
    {
        do
        {
            while (Interlocked.Exchange(ref _waiting, 0) == 1)
            {
                await ActivateAsync();
            }

            Interlocked.Exchange(ref _running, 0);
        }
        while (Volatile.Read(ref _waiting) == 1 && Interlocked.CompareExchange(ref _running, 1, 0) == 0);
    }

    /// <summary>A changed certificate or anchor is on disk as a record before it is shown or trusted.</summary>
    private async Task ReloadAsync()
    {
        var next = tls.Read();
        var changes = Connect.TlsNames.Changes(tls.Current, next);
        if (!changes.IsEmpty)
        {
            await log.AppendAsync(NodeRecord.Of(RecordType.KeyChange, "reloaded", holder.Current.Snapshot, time.GetUtcNow(), changes), null, CancellationToken.None);
        }

        tls.Swap(next);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "On a thread of the pool an exception would end the process: a node must not fall silent because an activation failed.")]
    private async Task ActivateAsync()
    {
        try
        {
            await ReloadAsync();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Security.Cryptography.CryptographicException or AuditUnavailableException)
        {
            ActivationLog.TlsKept(logger, e);
        }

        try
        {
            var ordered = await orders.CarryOutAsync();
            var requests = desk.Take(time.GetUtcNow());
            if (ordered > 0 && requests.Count == 0)
            {
                // The signal told of orders; a bare one activates the folder.
                return;
            }

            foreach (var request in requests.DefaultIfEmpty())
            {
                await activator.ActivateAsync(request);
            }
        }
        catch (Exception e)
        {
            holder.KeepLastGood();
            ActivationLog.Failed(logger, e);
        }
    }
}
