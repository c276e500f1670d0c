using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Finds the consents of a token request: written in the request, or by reference to a Consent in the caller's own register, which is the caller's own data and tells nothing of another's.
/// Thread safe.
/// </summary>
internal static class ConsentEvidence
{
    private const int MaxConsents = 50;

    /// <summary>Checks all consents; what is wrong or missing is added to <paramref name="missing"/> in plain Dutch.</summary>
    public static async ValueTask<List<ConsentFact>> ReadAsync(
        JsonElement? evidence, ConsentQuestion question, IResourceStore resources, List<string> missing, CancellationToken cancellation)
    {
        var facts = new List<ConsentFact>();
        foreach (var consent in Read(evidence, missing))
        {
            var before = missing.Count;
            if (consent.Reference is not null)
            {
                if (await ResolveAsync(consent, question, resources, missing, cancellation) is { } resolved)
                {
                    facts.Add(resolved);
                }

                continue;
            }

            var person = consent.About >= 0 && consent.About < question.About.Count ? question.About[consent.About] : null;
            var categories = ConsentCheck.Check(consent, person, question, missing);
            if (missing.Count == before)
            {
                facts.Add(new ConsentFact(person!.Handle.Hex, categories.Bits));
            }
        }

        return facts;
    }

    private static async ValueTask<ConsentFact?> ResolveAsync(
        ConsentDetails consent, ConsentQuestion question, IResourceStore resources, List<string> missing, CancellationToken cancellation)
    {
        if (consent with { Reference = null, About = 0 } != new ConsentDetails())
        {
            missing.Add("naast `consent.reference` staat niets anders: wat de toestemming zegt, staat in de Consent");
            return null;
        }

        var id = consent.Reference!.StartsWith("Consent/", StringComparison.Ordinal) ? consent.Reference["Consent/".Length..] : "";
        var stored = Guid.TryParseExact(id, "D", out _) ? await resources.ReadAsync(question.Caller, "Consent", id, cancellation) : null;
        if (stored is null || stored.Source != question.Caller || StoredConsent.Read(stored.Json) is not { Kind: StoredConsent.Given } read)
        {
            missing.Add("`consent.reference` wijst niet naar een toestemming (Consent) in uw eigen register");
            return null;
        }

        // Whom it is about was read at intake, into columns: never from bytes again.
        if (stored.Persons is not [{ Handle: { } handle }] || question.About.FirstOrDefault(p => p.Handle == handle) is not { } person)
        {
            missing.Add("de Consent gaat niet over precies één persoon van `about`");
            return null;
        }

        var before = missing.Count;
        if (read.Unclear is { } unclear)
        {
            missing.Add(unclear);
        }

        if (read.Start is not null && !(ConsentCheck.Date(read.Start) <= question.LawDate))
        {
            missing.Add("de Consent geldt nog niet (`provision.period.start`)");
        }

        var categories = ConsentCheck.Check(read.Details, person, question, missing);
        return missing.Count == before ? new ConsentFact(person.Handle.Hex, categories.Bits, stored.Id, stored.Version) : null;
    }

    private static List<ConsentDetails> Read(JsonElement? evidence, List<string> missing)
    {
        var consents = new List<ConsentDetails>();
        if (evidence is not { } element || element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return consents;
        }

        var items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToList() : [element];
        if (items.Count > MaxConsents)
        {
            missing.Add($"`evidence.consent` noemt hoogstens {MaxConsents} toestemmingen");
            return consents;
        }

        foreach (var item in items)
        {
            try
            {
                if (item.Deserialize(DetailsJson.Default.ConsentDetails) is { } consent)
                {
                    consents.Add(consent);
                }
            }
            catch (JsonException)
            {
                missing.Add("`evidence.consent` heeft een onbekend of onleesbaar lid");
            }
        }

        return consents;
    }
}
