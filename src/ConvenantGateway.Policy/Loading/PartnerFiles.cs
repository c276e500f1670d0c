using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>partners/</c>, <c>officers/</c> and the overlay's <c>pins/</c>.</summary>
internal sealed class PartnerFiles(PolicyFiles files, Vocabulary words, PolicyErrorList errors)
{
    public FrozenDictionary<PartnerId, Partner> Partners(FrozenDictionary<string, KeyPins> pins)
    {
        var partners = new Dictionary<PartnerId, Partner>();
        foreach (var (path, bytes) in files.Under("partners/"))
        {
            if (YamlMap.Root(path, bytes, errors) is { } map && Partner(map, path) is { } partner)
            {
                partners[partner.Id] = pins.TryGetValue(partner.Id.Value, out var own)
                    ? partner with { KeyPins = own.Spki, ShelterAddressHashes = own.ShelterAddresses, WitnessKey = own.Witness }
                    : partner;
            }
        }

        foreach (var partner in partners.Values)
        {
            if (partner.SucceededBy is { } next && !partners.ContainsKey(next))
            {
                errors.Add(PolicyErrorCodes.UnknownCode, Place.Whole($"partners/{partner.Id}.yaml"), $"the successor `{next}` is not a partner", Nearest.Suggest(next.Value, partners.Keys.Select(k => k.Value)));
            }
        }

        return partners.ToFrozenDictionary();
    }

    public FrozenDictionary<string, Officer> Officers(IReadOnlyCollection<PartnerId> partners, FrozenDictionary<string, KeyPins> pins)
    {
        var officers = new Dictionary<string, Officer>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files.Under("officers/"))
        {
            if (YamlMap.Root(path, bytes, errors) is not { } map)
            {
                continue;
            }

            var id = Id(map, path);
            var name = map.Text("name");
            var role = map.Code("role", CodeWords.Officers, "role of an officer");
            var organisation = map.Code("organisation", [.. partners.Select(p => p.Value)], "partner", required: role is "fg" or "pf" or "casuswerker");
            var subject = map.Text("certificate-subject");
            map.Done();
            if (id is not null && name is not null && role is not null && subject is not null)
            {
                officers[id] = new Officer
                {
                    Id = id,
                    Name = name,
                    Role = CodeWords.Officer(role),
                    Organisation = organisation is null ? default : PartnerId.Parse(organisation),
                    CertificateSubject = subject,
                    KeyPins = pins.TryGetValue(id, out var own) ? own.Spki : [],
                    WitnessKey = own?.Witness,
                };
            }
        }

        return officers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public FrozenDictionary<string, KeyPins> Pins()
    {
        var pins = new Dictionary<string, KeyPins>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files.Under("pins/"))
        {
            if (YamlMap.Root(path, bytes, errors) is not { } map)
            {
                continue;
            }

            var id = Id(map, path);
            var spki = Digests(map, "spki", required: true);
            var addresses = Digests(map, "shelter-addresses", required: false);
            var witness = Witness(map);
            map.Done();
            if (id is not null)
            {
                pins[id] = new KeyPins(spki, addresses, witness);
            }
        }

        return pins.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private Partner? Partner(YamlMap map, string path)
    {
        var id = Id(map, path);
        var kind = map.Code("kind", words.Kinds.Keys, "kind of party");
        var name = map.Text("name");
        var region = map.Text("region");
        var subject = map.Text("certificate-subject");
        var from = map.Date("from", required: false);
        var until = map.Date("until", required: false);
        var suspended = map.Flag("suspended");
        var register = map.Flag("register");
        var successor = map.Text("succeeded-by", required: false);
        var contact = map.Map("contact", required: true);
        var function = contact?.Text("function");
        var telephone = contact?.Text("telephone");
        contact?.Done();
        _ = map.Text("processor-agreement", required: false);
        map.Done();
        if (id is null || kind is null || name is null || region is null || subject is null || function is null || telephone is null)
        {
            return null;
        }

        PartnerId? next = PartnerId.TryParse(successor, out var parsed) ? parsed : null;
        return new Partner
        {
            Id = PartnerId.Parse(id),
            Kind = new PartyKind(kind),
            Name = name,
            Region = region,
            CertificateSubject = subject,
            From = from ?? default,
            Until = until,
            IsSuspended = suspended,
            HasRegister = register,
            SucceededBy = next,
            Telephone = telephone,
            ContactFunction = function,
        };
    }

    private string? Id(YamlMap map, string path)
    {
        if (map.Word("id") is not { } id)
        {
            return null;
        }

        var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace(".yaml", "", StringComparison.Ordinal);
        if (id.Value != name)
        {
            errors.Add(PolicyErrorCodes.NameMismatch, id.Place, $"the file is called `{name}` but its id is `{id.Value}`");
            return null;
        }

        if (!PartnerId.TryParse(id.Value, out _))
        {
            errors.Add(PolicyErrorCodes.WrongShape, id.Place, $"`{id.Value}` is not a slug of a-z, 0-9 and inner hyphens");
            return null;
        }

        return id.Value;
    }

    private string? Witness(YamlMap map)
    {
        if (map.Word("witness", required: false) is not { } word)
        {
            return null;
        }

        if (WitnessKeyText.IsValid(word.Value))
        {
            return word.Value;
        }

        errors.Add(PolicyErrorCodes.WrongShape, word.Place, "`witness` takes a verifier key of C2SP tlog-cosignature: name+hash+base64, type 4");
        return null;
    }

    private ImmutableArray<string> Digests(YamlMap map, string key, bool required)
    {
        var digests = ImmutableArray.CreateBuilder<string>();
        switch (map.Node(key, required))
        {
            case null:
                break;
            case YamlNode.Sequence list:
                foreach (var item in list.Items)
                {
                    if (item is YamlNode.Scalar { Value.Length: 64 } scalar && scalar.Value.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')))
                    {
                        digests.Add(scalar.Value);
                        continue;
                    }

                    errors.Add(PolicyErrorCodes.WrongShape, item.Place, $"`{key}` takes SHA-256 digests in lower-case hex");
                }

                break;
            case var other:
                errors.Add(PolicyErrorCodes.WrongShape, other.Place, $"`{key}` takes a list");
                break;
        }

        return digests.ToImmutable();
    }
}
