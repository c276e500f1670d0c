using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>Standard output that looks at the log when the first byte arrives.</summary>
internal sealed class RecordFirst(string folder) : StringWriter
{
    /// <summary>How many records the log had then; -1 before.</summary>
    public long SizeAtFirstWrite { get; private set; } = -1;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (SizeAtFirstWrite < 0)
        {
            using var log = LogDatabase.Open(Path.Combine(folder, "convenant.db"));
            SizeAtFirstWrite = log.Verify(VerifierKey.TryParse(log.OwnKey, out var key) ? key : throw new InvalidOperationException(), CancellationToken.None).TreeSize;
        }

        base.Write(buffer);
    }
}
