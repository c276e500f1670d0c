using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Evaluates token requests: who, to whom, why, on what ground, with what evidence (design.md 3.3). Never looks into a register, so that a refusal is the same for a known and
/// an unknown person. Thread safe.
/// </summary>
public sealed class TokenGrants(IActivePolicy policy, IPersonHandles handles, IResourceStore resources, IAuditLog log, TokenGrantOptions options, OutcomeStatements outcomes, TimeProvider time) : ITokenGrants
{
    /// <summary>The handles of `about` stand in the token, and the token in a header of at most 16 KiB.</summary>
    private const int MaxAbout = 50;

    /// <inheritdoc/>
    public async ValueTask<TokenEvaluation> EvaluateAsync(TokenRequest request, CancellationToken cancellation)
    {
        var active = policy.Current;
        var lawDate = active.Snapshot.LawDateAt(time.GetUtcNow());
        var state = new TokenState(active, lawDate, "", "", "", DossierFacts.None, "", request.AuthorizationDetails ?? "");
        return Read(request.AuthorizationDetails, out var details, out var refusal)
            ? await EvaluateAsync(request, details, state, cancellation)
            : new TokenEvaluation(request, null, "", refusal, state);
    }

    /// <inheritdoc/>
    public ValueTask<AuditReceipt> RecordAsync(TokenEvaluation evaluation, ReadOnlyMemory<byte> body, int status, CancellationToken shutdown)
    {
        var state = (TokenState)evaluation.State;
        var granted = evaluation.Grant is not null && status == 200;
        var now = time.GetUtcNow();
        var record = TokenRecord.Compose(evaluation, state, new ReleasableBody.Composed(body).Digest, status, now, granted);
        var writes = granted
            ? new StoreWrites
            {
                Dossier = new Dossier(evaluation.Grant!.Dossier, evaluation.Request.Caller, state.Facts.ToJson(), now + options.Lifetime),
                Outcome = state.Wegwijzer.Use(evaluation.Request.Caller),
            }
            : null;
        if (evaluation.Request.TransactionIsClaimed)
        {
            writes = (writes ?? new StoreWrites()) with { Claim = (evaluation.Request.Caller, evaluation.Request.Transaction) };
        }

        return log.AppendAsync(record, writes, shutdown);
    }

    private async ValueTask<TokenEvaluation> EvaluateAsync(TokenRequest request, AuthorizationDetails details, TokenState state, CancellationToken cancellation)
    {
        TokenEvaluation Refuse(string error, string code, string text) =>
            new(request, null, "", new TokenRefusal(error, $"{text}. {ErrorTable.PhoneText}", code), state);

        var snapshot = state.Policy.Snapshot;
        if (Locate(details.Locations) is not { } counterparty
            || (counterparty != request.Caller && snapshot.FindCounterparty(counterparty, state.LawDate) is null))
        {
            var successor = Successor(details.Locations, snapshot);
            return Refuse("invalid_target", "CG-CONNECT-010", successor is null
                ? "`locations` noemt geen organisatie die hier partij is"
                : $"`locations` noemt een organisatie die niet meer bestaat; haar taak is overgegaan naar `{successor}`");
        }

        state = state with { Counterparty = counterparty.Value, ActorText = ActorText(details.Actor), Emergency = details.Emergency };
        var missing = new List<string>();
        TokenStatements.Check(details, counterparty == request.Caller, missing);
        var isOwn = counterparty == request.Caller;
        var purpose = new Purpose(details.Purpose ?? "");
        var ground = new Ground(details.Ground ?? "");
        if (!(isOwn && details.Purpose is null) && !snapshot.Purposes.ContainsKey(purpose.Code))
        {
            missing.Add("een doel van de lijst (`purpose`)");
        }

        if (!(isOwn && details.Ground is null) && !snapshot.Grounds.ContainsKey(ground.Code))
        {
            missing.Add("een grondslag van de lijst (`ground`)");
        }

        state = state with { Purpose = purpose.Code, Ground = ground.Code };
        var about = ReadAbout(details.About, missing);
        if (missing.Count > 0)
        {
            return Refuse("invalid_authorization_details", "CG-CONNECT-011", Missing(missing));
        }

        state = state with { Wegwijzer = isOwn ? ShownOutcome.None : ShowOutcome(details, [.. about.Select(static p => p.Handle)], request.Caller, counterparty, purpose, ground, snapshot) };
        if (state.Wegwijzer.Refusal is { } wrong)
        {
            return Refuse("invalid_authorization_details", wrong.Code, wrong.Text);
        }

        var facts = isOwn ? DossierFacts.None : await ReadFactsAsync(details, about, counterparty, request.Caller, purpose, ground, state, missing, cancellation);
        if (!isOwn)
        {
            var demands = new TokenDemands(snapshot, request.Caller, counterparty, purpose, ground, facts.Evidence, state.LawDate, details.Emergency);
            var denial = demands.Check(about.Count, missing);
            if (missing.Count > 0)
            {
                return Refuse("invalid_authorization_details", "CG-CONNECT-012", Missing(missing) + demands.Advice());
            }

            if (denial is not null)
            {
                return Refuse("invalid_authorization_details", ErrorTable.Of(denial.Value.Kind).Code, denial.Value.Text);
            }
        }

        if (!Scopes.TryRead(request.Scope, out var scopes))
        {
            return Refuse("invalid_scope", "CG-CONNECT-013", "`scope` noemt iets dat hier niet bestaat; zonder `scope` gelden doel en grondslag");
        }

        state = state with { Facts = facts };
        var grant = new ExchangeGrant
        {
            Caller = request.Caller,
            Counterparty = counterparty,
            Purpose = purpose,
            Ground = ground,
            Actor = $"{details.Actor!.System}|{details.Actor.Id}",
            ActorRole = details.Actor.Role ?? "",
            Emergency = details.Emergency,
            About = [.. about.Select(static p => p.Handle)],
            Dossier = Guid.CreateVersion7(time.GetUtcNow()),
            Scopes = scopes,
        };
        return new TokenEvaluation(request, grant, TokenRecord.TokenDetails(grant, options.PublicBase), null, state);
    }

    private ShownOutcome ShowOutcome(
        AuthorizationDetails details, ImmutableArray<PersonHandle> about, PartnerId caller, PartnerId counterparty, Purpose purpose, Ground ground, PolicySnapshot snapshot) =>
        WegwijzerEvidence.Check(
            details.Evidence, outcomes, new OutcomeBinding(caller, $"{details.Actor!.System}|{details.Actor.Id}", counterparty, purpose, about), ground, snapshot.Wegwijzer.Digest, time.GetUtcNow());

    private async ValueTask<DossierFacts> ReadFactsAsync(
        AuthorizationDetails details, List<ConsentPerson> about, PartnerId counterparty, PartnerId caller, Purpose purpose, Ground ground, TokenState state, List<string> missing,
        CancellationToken cancellation)
    {
        var evidence = Evidence.None;
        var partners = state.Policy.Snapshot.Partners;
        var regimes = ConsentAges.RegimesOf(partners[caller].Kind, partners[counterparty].Kind, state.LawDate);
        var question = new ConsentQuestion(caller, counterparty, purpose, state.LawDate, about, regimes);
        var consents = await ConsentEvidence.ReadAsync(details.Evidence?.Consent, question, resources, missing, cancellation);
        if (consents.Count > 0)
        {
            evidence |= Evidence.Consent;
        }

        return new DossierFacts
        {
            Evidence = evidence | state.Wegwijzer.Evidence | EvidenceReader.Read(details, state.Policy.Snapshot, caller, counterparty, purpose, ground, state.LawDate),
            Consents = consents,
            Receiver = details.Evidence?.NamedOfficer is { Id: { Length: > 0 } number } officer ? $"{officer.System}|{number}" : "",
        };
    }

    private List<ConsentPerson> ReadAbout(IReadOnlyList<AboutDetails>? about, List<string> missing)
    {
        var found = new List<ConsentPerson>();
        if (about?.Count > MaxAbout)
        {
            missing.Add($"`about` noemt hoogstens {MaxAbout} personen");
            return found;
        }

        foreach (var person in about ?? [])
        {
            if (person is null)
            {
                missing.Add("in `about`: geslachtsnaam en volledige geboortedatum (`family`, `birthDate`)");
                continue;
            }

            var traits = new PersonTraits(person.Family ?? "", person.Given, person.BirthDate, person.Gender, person.PostalCode);
            if (handles.HandleOf(traits) is { } handle && ConsentCheck.Date(person.BirthDate) is { } birthDate)
            {
                found.Add(new ConsentPerson(handle, birthDate));
            }
            else
            {
                missing.Add("in `about`: geslachtsnaam en volledige geboortedatum (`family`, `birthDate`)");
            }
        }

        return found;
    }

    private PartnerId? Locate(IReadOnlyList<string>? locations)
    {
        if (locations is not [{ } location] || location.Length <= options.PublicBase.Length + "/".Length + "/fhir".Length || !location.StartsWith(options.PublicBase + "/", StringComparison.Ordinal) || !location.EndsWith("/fhir", StringComparison.Ordinal))
        {
            return null;
        }

        var slug = location[(options.PublicBase.Length + 1)..^"/fhir".Length];
        return PartnerId.TryParse(slug, out var id) ? id : null;
    }

    private PartnerId? Successor(IReadOnlyList<string>? locations, PolicySnapshot snapshot) =>
        Locate(locations) is { } id && snapshot.Partners.TryGetValue(id, out var partner) ? partner.SucceededBy : null;

    private static string ActorText(ActorDetails? actor) => actor is null ? "" : $"{actor.Name} ({actor.Role}), {actor.System}|{actor.Id}";

    private static string Missing(List<string> missing) => $"er ontbreekt of klopt niet: {string.Join("; ", missing)}";

    private static bool Read(string? json, out AuthorizationDetails details, out TokenRefusal refusal)
    {
        details = new AuthorizationDetails();
        refusal = new TokenRefusal(
            "invalid_authorization_details",
            $"`authorization_details` moet een JSON-lijst zijn met precies één element van type `convenant_exchange` en alleen bekende leden. {ErrorTable.PhoneText}",
            "CG-CONNECT-014");
        try
        {
            // A member that is read later, as JSON of its own, must be readable then too.
            if (json is not null && ReadableJson.Is(Encoding.UTF8.GetBytes(json)) && JsonSerializer.Deserialize(json, DetailsJson.Default.IReadOnlyListAuthorizationDetails) is [{ Type: "convenant_exchange" } one])
            {
                details = one;
                return true;
            }
        }
        catch (JsonException)
        {
            // Malformed input is an outcome: the refusal above says what is expected, never what was sent.
        }

        return false;
    }
}
