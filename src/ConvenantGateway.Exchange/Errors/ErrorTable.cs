namespace ConvenantGateway.Exchange;

/// <summary>The one table from refusal to code, status and text. Codes are permanent: a meaning that changes gets a new code.</summary>
public static class ErrorTable
{
    /// <summary>Whom to phone: stands on every refusal, 429, 503 and held message (design.md 3.4).</summary>
    public const string PhoneText =
        "Bel bij acuut gevaar 112. Voor overleg, ook zonder persoonsgegevens: het Advies- en Steunpunt Huiselijk Geweld, of de politie. De gateway mag hulp nooit ophouden.";

    /// <summary>The definition of a refusal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not in the table: a bug.</exception>
    public static ErrorDefinition Of(ExchangeErrorKind kind) => kind switch
    {
        ExchangeErrorKind.Internal => new("CG-RELEASE-001", 500, "exception", "er ging iets mis; er is niets verstrekt"),
        ExchangeErrorKind.UnknownCounterparty => new("CG-EXCHANGE-001", 404, "not-found", "deze organisatie is hier geen partij"),
        ExchangeErrorKind.TokenInvalid => new("CG-CONNECT-001", 401, "login", "een geldig token dat aan dit certificaat is gebonden ontbreekt"),
        ExchangeErrorKind.TokenForOther => new("CG-CONNECT-002", 403, "forbidden", "het token is voor een andere organisatie afgegeven"),
        ExchangeErrorKind.ScopeTooNarrow => new("CG-CONNECT-003", 403, "forbidden", "de scope van het token dekt deze handeling niet"),
        ExchangeErrorKind.MethodNotAllowed => new("CG-EXCHANGE-002", 405, "not-supported", "deze methode bestaat hier niet"),
        ExchangeErrorKind.UnsupportedMediaType => new("CG-EXCHANGE-003", 415, "not-supported", "dit inhoudstype wordt hier niet aangenomen"),
        ExchangeErrorKind.NotAcceptable => new("CG-EXCHANGE-004", 406, "not-supported", "er wordt hier alleen JSON verstrekt"),
        ExchangeErrorKind.UnknownParameter => new("CG-EXCHANGE-005", 400, "not-supported", "een parameter staat niet op de lijst"),
        ExchangeErrorKind.InvalidParameter => new("CG-EXCHANGE-006", 400, "invalid", "een parameter is niet leesbaar"),
        ExchangeErrorKind.UnknownType => new("CG-EXCHANGE-007", 404, "not-supported", "dit type heeft hier geen plaats"),
        ExchangeErrorKind.TransactionMalformed => new("CG-EXCHANGE-008", 400, "invalid", "`Fsc-Transaction-Id` is geen UUIDv7"),
        ExchangeErrorKind.TransactionReused => new("CG-EXCHANGE-009", 409, "duplicate", "`Fsc-Transaction-Id` is al gebruikt"),
        ExchangeErrorKind.IdempotencyMismatch => new("CG-EXCHANGE-010", 422, "duplicate", "deze `Idempotency-Key` is voor een ander bericht gebruikt"),
        ExchangeErrorKind.IdempotencyBusy => new("CG-EXCHANGE-011", 409, "conflict", "hetzelfde bericht wordt al verwerkt"),
        ExchangeErrorKind.BodyTooLarge => new("CG-EXCHANGE-012", 413, "too-long", "het bericht is groter dan 10 MiB"),
        ExchangeErrorKind.BodyRefused => new("CG-EXCHANGE-013", 400, "structure", "het bericht is niet leesbaar"),
        ExchangeErrorKind.ReferenceOutside => new("CG-EXCHANGE-014", 422, "not-found", "een verwijzing wijst buiten het bericht en uw eerdere berichten"),
        ExchangeErrorKind.NotPermitted => new("CG-DECIDE-001", 403, "forbidden", "geen regel van het convenant staat deze uitwisseling toe"),
        ExchangeErrorKind.EssentialCut => new("CG-DECIDE-002", 422, "business-rule", "waar dit bericht niet zonder kan mag niet worden verstrekt; er is niets opgeslagen"),
        ExchangeErrorKind.ReasonEmptied => new("CG-DECIDE-003", 422, "business-rule", "wat overblijft zegt niet meer waarom het bericht is gestuurd; er is niets opgeslagen"),
        ExchangeErrorKind.Held => new("CG-DECIDE-004", 202, "business-rule", "het bericht is aangehouden; er is niets afgeleverd"),
        ExchangeErrorKind.EmergencyUnsupported => new("CG-DECIDE-005", 403, "not-supported", "voor deze uitwisseling is er geen noodprocedure; bel"),
        ExchangeErrorKind.TooManyPersons => new("CG-DECIDE-006", 429, "throttled", "in dit uur is naar te veel verschillende personen gevraagd"),
        ExchangeErrorKind.Absent => new("CG-DECIDE-007", 404, "not-found", "geen gegevens beschikbaar voor u"),
        ExchangeErrorKind.ReadOnlyCopy => new("CG-DECIDE-008", 403, "forbidden", "u kunt alleen schrijven waarvan u zelf de bron bent"),
        ExchangeErrorKind.AuditUnavailable => new("CG-AUDIT-001", 503, "transient", "de logregel kon niet worden vastgelegd; er is niets verstrekt"),
        ExchangeErrorKind.Busy => new("CG-EXCHANGE-015", 503, "throttled", "het is te druk; probeer het zo opnieuw"),
        ExchangeErrorKind.UnknownAddress => new("CG-EXCHANGE-016", 404, "not-found", "dit adres bestaat niet"),
        ExchangeErrorKind.CallerIsNoParty => new("CG-CONNECT-004", 403, "forbidden", "uw organisatie is hier geen partij (meer)"),
        ExchangeErrorKind.AnswersDiffer => new("CG-EXCHANGE-030", 422, "business-rule", "de antwoorden volgen de vragen van deze Wegwijzer niet"),
        ExchangeErrorKind.OutcomeReused => new("CG-CONNECT-061", 409, "duplicate", "deze uitkomst van de Wegwijzer is al gebruikt; doorloop de Wegwijzer opnieuw"),
        ExchangeErrorKind.GuardStopped => new(
            "CG-FILTER-101", 422, "business-rule",
            "het bericht zegt op een andere plaats wat niet mag worden verstrekt; er is niets opgeslagen. Bel de ontvanger, en noem ook dan geen schuiladres en niet wie meldde"),
        ExchangeErrorKind.StoppedTooOften => new(
            "CG-FILTER-102", 429, "throttled", "vandaag zijn te veel berichten over deze persoon tegengehouden; het bericht is niet bekeken en er is niets opgeslagen. Bel de ontvanger, en noem ook dan geen schuiladres en niet wie meldde"),
        ExchangeErrorKind.AcknowledgementUnreadable => new("CG-EXCHANGE-040", 400, "invalid", "de ontvangstbevestiging is geen JWS met precies `tx`, `log`, `index`, `leaf` en `digest`"),
        ExchangeErrorKind.AcknowledgementUnsigned => new("CG-EXCHANGE-041", 403, "security", "de ontvangstbevestiging is niet ondertekend met de sleutel van dit certificaat"),
        ExchangeErrorKind.AcknowledgementDiffers => new(
            "CG-EXCHANGE-042", 409, "conflict", "er is een ander bericht verstrekt dan u zegt te hebben; dit is vastgelegd. Bewaar wat u hebt en waarschuw uw privacyfunctionaris"),
        ExchangeErrorKind.CosignatureUnreadable => new("CG-EXCHANGE-043", 400, "invalid", "dit is geen medeondertekende stand (C2SP signed note)"),
        ExchangeErrorKind.CosignerUnknown => new("CG-EXCHANGE-044", 403, "security", "geen handtekening op deze stand is van uw getuigensleutel"),
        ExchangeErrorKind.CheckpointForeign => new(
            "CG-EXCHANGE-045", 409, "conflict", "deze stand heeft dit logboek niet ondertekend; dit is vastgelegd. Bewaar wat u hebt en waarschuw de toezichthouder"),
        ExchangeErrorKind.CosignatureStale => new("CG-EXCHANGE-046", 422, "business-rule", "deze medeondertekening is ouder dan een dag, of van later dan nu"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no definition"),
    };
}
