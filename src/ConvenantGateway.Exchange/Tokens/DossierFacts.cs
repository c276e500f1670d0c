using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the exchange needs of the evidence, once it was checked: kept encrypted in the dossier. Holds handles and codes, never a name.</summary>
internal sealed record DossierFacts
{
    /// <summary>What was shown and checked.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Consent per person.</summary>
    public required IReadOnlyList<ConsentFact> Consents { get; init; }

    /// <summary>The one person at the receiver, as <c>system|id</c>, if the ground or the asker named one; else empty. Who received police data is in their protocol (Bpg 6:4(4)a).</summary>
    public string Receiver { get; init; } = "";

    /// <summary>True if a consent that the token rested on was withdrawn or changed since: it no longer counts. Never stored.</summary>
    [JsonIgnore]
    public bool IsWithdrawn { get; init; }

    /// <summary>The Consents of the caller's register that this rests on, as <c>Consent/id</c> separated by spaces; empty for none.</summary>
    [JsonIgnore]
    public string ConsentNames => string.Join(' ', Consents.Where(static c => c.Consent is not null).Select(static c => $"Consent/{c.Consent}").Distinct());

    /// <summary>What must still stand when the record is written.</summary>
    public ImmutableArray<ConsentVersion> RestsOn(PartnerId caller) =>
        [.. Consents.Where(static c => c.Consent is not null).Select(c => new ConsentVersion(caller, c.Consent!, c.Version)).Distinct()];

    /// <summary>No evidence at all.</summary>
    public static DossierFacts None { get; } = new() { Evidence = Evidence.None, Consents = [] };

    /// <summary>What a person's own consent covers; empty without one.</summary>
    public CategorySet ScopeOf(PersonHandle? handle)
    {
        var scope = default(CategorySet);
        foreach (var consent in Consents)
        {
            if (handle is { } h && h.Hex == consent.Person)
            {
                scope |= new CategorySet(consent.Categories);
            }
        }

        return scope;
    }

    /// <summary>UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DetailsJson.Default.DossierFacts);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static DossierFacts Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, DetailsJson.Default.DossierFacts) ?? None;
}
