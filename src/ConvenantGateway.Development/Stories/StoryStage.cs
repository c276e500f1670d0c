namespace ConvenantGateway.Development.Stories;

/// <summary>What the stories share: who calls, the report, and which exchanges were made, for the officers' chapter. Not thread safe.</summary>
internal sealed class StoryStage(StoryOptions options, StoryReport report) : IDisposable
{
    private readonly Dictionary<string, PartnerClient> _clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Guid>> _transactions = new(StringComparer.Ordinal);

    /// <summary>The options.</summary>
    public StoryOptions Options => options;

    /// <summary>The report.</summary>
    public StoryReport Report => report;

    /// <summary>The people.</summary>
    public StoryCast Cast { get; } = new(options.LawDate);

    /// <summary>The support centre of the law date.</summary>
    public string Centre => options.HasVeiligThuis ? "veilig-thuis-noord" : "ashg-noord";

    /// <summary>What the report calls it.</summary>
    public string CentreName => options.HasVeiligThuis ? "Veilig Thuis Noord" : "ASHG Noord";

    /// <summary>When the stories began.</summary>
    public DateTimeOffset Began { get; } = TimeProvider.System.GetUtcNow().AddSeconds(-2);

    /// <summary>The system of a partner.</summary>
    public PartnerClient Client(string partner)
    {
        if (!_clients.TryGetValue(partner, out var client))
        {
            _clients[partner] = client = new PartnerClient(options.BaseUri, options.CertificatesDirectory, partner);
        }

        return client;
    }

    /// <summary>Remembers an exchange under the name of its scene.</summary>
    public void Remember(string scene, PartnerAnswer answer)
    {
        if (!_transactions.TryGetValue(scene, out var list))
        {
            _transactions[scene] = list = [];
        }

        if (Guid.TryParse(answer.Transaction, out var transaction))
        {
            list.Add(transaction);
        }
    }

    /// <summary>The exchanges of a scene.</summary>
    public IReadOnlyList<Guid> Of(string scene) => _transactions.TryGetValue(scene, out var list) ? list : [];

    /// <summary>Asks for a token that the story says is given. Null if it was refused; the report says so.</summary>
    public async Task<string?> TokenAsync(string partner, TokenAsk ask, CancellationToken cancellation)
    {
        var answer = await Client(partner).TokenAsync(ask, cancellation);
        if (!report.Expect(answer.Token is not null, $"{partner} krijgt een token voor {ask.To} (doel {ask.Purpose ?? "eigen register"}, grondslag {ask.Ground ?? "eigen register"})"))
        {
            report.Refused(answer.Answer);
        }

        return answer.Token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }
}
