namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Dutch words for FHIR names and codes that a case worker meets.</summary>
internal static class ResourceWords
{
    /// <summary>A resource type.</summary>
    public static string Type(string type) => type switch
    {
        "Patient" => "Persoon",
        "ServiceRequest" => "Verwijzing",
        "Task" => "Opdracht",
        "EpisodeOfCare" => "Betrokkenheid",
        "Condition" => "Bevinding of aandoening",
        "Observation" => "Waarneming",
        "Flag" => "Aandachtspunt",
        "RelatedPerson" => "Relatie",
        "Consent" => "Toestemming",
        "Organization" => "Organisatie",
        "PractitionerRole" => "Professional",
        "Location" => "Plaats",
        "RiskAssessment" => "Risicotaxatie",
        "Procedure" => "Handeling",
        "Communication" => "Mededeling",
        _ => type,
    };

    /// <summary>An element.</summary>
    public static string Element(string element) => element switch
    {
        "name" => "Naam",
        "telecom" => "Contact",
        "address" => "Adres",
        "birthDate" => "Geboortedatum",
        "gender" => "Geslacht",
        "status" => "Stand",
        "clinicalStatus" => "Stand",
        "verificationStatus" => "Zekerheid",
        "code" or "type" => "Wat",
        "category" => "Soort",
        "reasonCode" or "reasonReference" or "statusReason" => "Reden",
        "note" => "Toelichting",
        "description" => "Omschrijving",
        "patientInstruction" => "Voor de betrokkene",
        "valueString" or "valueCodeableConcept" or "valueQuantity" or "valueBoolean" or "valueInteger" or "valueDateTime" => "Uitkomst",
        "effectiveDateTime" or "effectivePeriod" or "onsetDateTime" or "onsetPeriod" or "occurrenceDateTime" or "period" => "Wanneer",
        "authoredOn" or "recordedDate" or "issued" or "lastModified" => "Opgesteld op",
        "subject" or "patient" or "for" => "Over",
        "requester" or "owner" or "author" or "recorder" or "asserter" or "performer" => "Door",
        "relationship" => "Relatie",
        "intent" => "Bedoeling",
        "priority" => "Spoed",
        "focus" or "basedOn" => "Hoort bij",
        "contact" => "Contactpersoon",
        "communication" => "Taal",
        "severity" => "Ernst",
        "component" => "Onderdeel",
        "active" => "In gebruik",
        _ => element,
    };

    /// <summary>A code, where this element has words for it; else the text itself.</summary>
    public static string Code(string element, string code) => (element, code) switch
    {
        ("gender", "female") => "vrouw",
        ("gender", "male") => "man",
        ("gender", "other") => "anders",
        ("gender", "unknown") => "onbekend",
        ("status", "requested") => "gevraagd",
        ("status", "received") => "ontvangen",
        ("status", "accepted") => "aangenomen",
        ("status", "rejected") => "afgewezen",
        ("status", "active") => "lopend",
        ("status", "completed") => "afgerond",
        ("status", "final") => "definitief",
        ("status", "preliminary") => "voorlopig",
        ("intent", "order") => "opdracht",
        ("intent", "proposal") => "voorstel",
        ("intent", "plan") => "plan",
        ("priority", "routine") => "gewoon",
        ("priority", "urgent") => "dringend",
        ("priority", "asap") => "zo snel mogelijk",
        ("priority", "stat") => "onmiddellijk",
        ("contact-system", "phone") => "telefoon",
        ("contact-system", "sms") => "sms",
        ("contact-system", "email") => "e-mail",
        ("contact-system", _) => code,
        ("contact-use", "home") => "thuis",
        ("contact-use", "work") => "werk",
        ("contact-use", "mobile") => "mobiel",
        ("contact-use", "temp") => "tijdelijk",
        _ => code,
    };
}
