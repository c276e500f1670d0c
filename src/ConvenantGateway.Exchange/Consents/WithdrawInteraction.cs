using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// <c>POST /{self}/fhir/Consent/{id}/$withdraw</c> (Wbp 5(2); AVG 7(3)): a new version that is <c>inactive</c> replaces the Consent. From the moment its record is on disk no token and no standing
/// permission that rests on it lets anything flow; the answer names whoever received something, so that they can be told (Wbp 38). Withdrawing twice changes nothing. One instance per request.
/// </summary>
public sealed class WithdrawInteraction(IResourceStore resources, ConsentRecipients recipients, string id, ReadOnlyMemory<byte> body) : IInteraction
{
    /// <inheritdoc/>
    public string By => "withdraw";

    /// <inheritdoc/>
    public async ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation)
    {
        // 2, 3. Exchange, Decide: rule SELF
        var (stored, consent, refusal) = await OwnConsent.FindAsync(call, id, 'c', resources, cancellation);
        refusal ??= ConsentParameters.IsEmpty(body) ? null : ExchangeRefusal.Of(ExchangeErrorKind.BodyRefused, "`$withdraw` vraagt geen inhoud");
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

        var isWithdrawn = consent!.Details.Withdrawn is not null;
        return new PreparedAnswer
        {
            Status = 200,
            Body = new ReleasableBody.Composed(ConsentParameters.Compose(id, "inactive", found)),
            Version = isWithdrawn ? stored.Version : stored.Version + 1,
            Writes = isWithdrawn ? null : new StoreWrites { Resources = [Inactive(call, stored)], Permissions = await PermissionsAsync(call, consent, persons, cancellation) },
            Record = new AnswerRecord
            {
                Outcome = "stored",
                Rules = ["SELF"],
                Views = [Views.OfCaller(call, [new("resources", $"Consent/{id}"), new("withdrawn", isWithdrawn ? "again" : "now"), new("recipients", string.Join(' ', found.Select(static r => r.Partner)))], persons)],
            },
        };
    }

    private static StoredResource Inactive(ExchangeCall call, StoredResource stored)
    {
        var json = JsonNode.Parse(stored.Json.Span)!.AsObject();
        json["status"] = "inactive";
        return stored with
        {
            Version = stored.Version + 1,
            Transaction = call.Transaction,
            ReceivedAt = call.ReceivedAt,
            Json = DeliveredMeta.Write(JsonSerializer.SerializeToUtf8Bytes(json, JsonText.Options), call.ReceivedAt, [], stored.Version + 1),
        };
    }

    /// <summary>A "mag weten" is replaced by nothing, at once; one that another Consent replaced already stays.</summary>
    private async ValueTask<ImmutableArray<StandingPermission>> PermissionsAsync(ExchangeCall call, StoredConsent consent, List<PersonHandle> persons, CancellationToken cancellation)
    {
        var terms = consent.Details;
        if (consent.Kind != StoredConsent.MayKnow || terms.Recipients is not [var recipient] || !PartnerId.TryParse(recipient, out var partner)
            || terms.Purpose is not { } code || ConsentCheck.Date(terms.Given) is not { } || ConsentCheck.Date(terms.Until) is not { } until)
        {
            return [];
        }

        var purpose = new Purpose(code);
        var withdrawn = ImmutableArray.CreateBuilder<StandingPermission>();
        foreach (var person in persons)
        {
            if (await resources.FindPermissionAsync(call.Caller, person, partner, purpose, call.LawDate, cancellation) is { } newer && newer.ConsentId != id)
            {
                continue;
            }

            withdrawn.Add(new StandingPermission(call.Caller, person, partner, purpose, new Ground(consent.Ground), StatusLevel.L0, call.LawDate, until < call.LawDate ? call.LawDate : until, terms.Giver ?? "", id));
        }

        return withdrawn.ToImmutable();
    }
}
