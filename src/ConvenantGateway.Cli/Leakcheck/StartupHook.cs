using System.Diagnostics;

#pragma warning disable CA1050 // The runtime finds a startup hook by this very name, outside any namespace.
/// <summary>
/// Runs inside the gateway that <c>leakcheck</c> starts (the runtime's startup hook): writes every trace activity, which the gateway itself exports nowhere, to a file that <c>leakcheck</c> reads. Changes nothing else.
/// </summary>
internal static class StartupHook
#pragma warning restore CA1050 // As above.
{
    private const string FileVariable = "CONVENANT_LEAKCHECK_TRACES";

    private static readonly Lock Gate = new();
    private static StreamWriter? _output;
    private static ActivityListener? _listener;

    /// <summary>Called by the runtime before <c>Main</c>.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } path)
        {
            return;
        }

        _output = new StreamWriter(path, append: true) { AutoFlush = true };
        _listener = new ActivityListener { ShouldListenTo = static _ => true, Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = Write };
        ActivitySource.AddActivityListener(_listener);
    }

    private static void Write(Activity activity)
    {
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(static e => e.Tags.Prepend(new("event", e.Name)))).Concat(activity.Links.SelectMany(static l => l.Tags ?? []));
        lock (Gate)
        {
            _output!.WriteLine(
                $"{activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.TraceStateString} {activity.StatusDescription} "
                + $"{string.Join(' ', tags.Select(static t => $"{t.Key}={t.Value}"))} {string.Join(' ', activity.Baggage.Select(static b => $"{b.Key}={b.Value}"))}");
        }
    }
}
