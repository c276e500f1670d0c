namespace ConvenantGateway.Exchange;

/// <summary><c>GET /{self}/fhir/Consent/{id}/$recipients</c>: who received something on this consent. One instance per request.</summary>
public sealed class RecipientsInteraction(IResourceStore resources, ConsentRecipients recipients, string id) : IInteraction
{
    /// <inheritdoc/>
    public string By => "recipients";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        var (stored, consent, refusal) = await OwnConsent.FindAsync(call, id, 'r', resources, cancellation);
        if (refusal is not null)
        {
            return Refusals.Prepare(refusal, call);
        }

        var found = new List<ConsentRecipient>();
        var persons = stored!.Persons.Select(static p => p.Handle).OfType<PersonHandle>().Distinct().ToList();
        foreach (var person in persons)
        {
            found.AddRange(await recipients.FindAsync(call.Caller, id, person, cancellation));
        }

        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(ConsentParameters.Compose(id, consent!.Details.Withdrawn is null ? "active" : "inactive", found)),
            Record = new AnswerRecord
            {
                Outcome = "released",
                Rules = ["SELF"],
                Views = [Views.OfCaller(call, [new("resources", $"Consent/{id}"), new("recipients", string.Join(' ', found.Select(static r => r.Partner)))], persons)],
            },
        };
    }
}
