using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Tests.Connect;

/// <summary>An interaction that answers with a word.</summary>
internal sealed class ComposedAnswer(string word) : IInteraction
{
    public string By => "probe";

    public ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation) => ValueTask.FromResult(new PreparedAnswer
    {
        Status = 200,
        Body = ReleasableBody.Constant.Empty,
        Record = new AnswerRecord { Outcome = word },
    });
}
