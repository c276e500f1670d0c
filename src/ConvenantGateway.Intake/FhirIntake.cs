using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>
/// Intake with the FHIR SDK in STRICT mode (design.md section 6): strict JSON, a plain transaction, valid R4, then columns. All issues at once; nothing is stored here.
/// Thread safe; the SDK is loaded at the first push, not at start.
/// </summary>
public sealed class FhirIntake : IIntake
{
    /// <summary>Contained Patients are persons too: as many as entries, or a message of ten megabytes brings a quarter of a million.</summary>
    private const int MostPersons = 1_000;

    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    private static readonly JsonSerializerOptions Compact = new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public IntakeResult ReadTransaction(ReadOnlyMemory<byte> body, IntakeContext context)
    {
        var (root, malformed) = StrictJson.Read(body);
        if (root is null)
        {
            return new IntakeResult(null, [malformed!]);
        }

        var issues = new List<IntakeIssue>();
        var entries = TransactionShape.Read(root, issues);
        var references = new BundleReferences();
        references.Assign(entries, context.NewId, issues);
        foreach (var entry in entries)
        {
            issues.AddRange(StrictResource.Check(JsonSerializer.SerializeToUtf8Bytes(entry.Resource, Compact), entry.Index));
        }

        if (issues.Count > 0)
        {
            return new IntakeResult(null, [.. issues]);
        }

        var message = Read(root, entries, references, context, issues);
        return issues.Count > 0 ? new IntakeResult(null, [.. issues]) : new IntakeResult(message, []);
    }

    private static IntakeMessage Read(JsonObject root, List<BundleEntry> entries, BundleReferences references, IntakeContext context, List<IntakeIssue> issues)
    {
        var contained = entries.SelectMany(e => ContainedPatients.Read(e, references.Ids[e.Index], context.Purpose)).ToList();
        var persons = entries.Where(static e => e.Type == "Patient").Select(e => PersonColumns.Read(e, references.Ids[e.Index], context.Purpose)).Concat(contained).ToImmutableArray();
        if (persons.Length > MostPersons)
        {
            issues.Add(new IntakeIssue(IntakeCodes.EntryCount, 413, "too-long", "Bundle.entry", "een bericht gaat over hoogstens 1.000 personen"));
            return new IntakeMessage([], [], null);
        }

        var known = persons.Select(static p => $"Patient/{p.Id}").ToHashSet(StringComparer.Ordinal);
        var rewritten = entries.ToDictionary(static e => e.Index, references.Rewrite);
        var aboutPatients = new PatientsOf(entries, rewritten, references, contained.ToLookup(static p => p.EntryIndex, static p => p.Id));
        var shelters = new ShelterHashes(context);
        var read = entries.Select(entry =>
        {
            var id = references.Ids[entry.Index];
            var about = aboutPatients.Of(entry.Index);
            var permission = context.Sender == context.Register ? PermissionColumn.Read(entry, issues) : null;
            var hasPlace = context.Elements.TryGetValue(entry.Type, out var classification);
            var classes = hasPlace ? ClassColumn.Read(entry, classification!) : default;
            classes |= PublicPlace.IsHidden(entry, context) ? SafeLocation : default;
            var rollen = persons.FirstOrDefault(p => p.EntryIndex == entry.Index && p.Id == id)?.Rollen ?? default;
            return new IntakeEntry
            {
                Index = entry.Index,
                Type = entry.Type,
                Id = id,
                HasPlace = hasPlace,
                Classes = classes,
                Persons = [.. Enumerable.Range(0, persons.Length).Where(i => about.Contains($"Patient/{persons[i].Id}"))],
                EarlierPersons = [.. about.Where(p => !known.Contains(p))],
                OwnAccountOf = OwnAccount.TellerOf(entry, classes, about, rewritten[entry.Index]),
                References = [.. rewritten[entry.Index]],
                Terms = TermColumns.Read(entry, about.Where(PatientsOf.IsPatient)),
                Findings = [.. SafeContactScan.Find(entry, shelters), .. SafeNumber.Find(entry, rollen)],
                Origin = OriginColumn.Read(entry),
                Labels = OriginColumn.Labels(entry),
                Permission = permission,
                Json = Own(entry, id),
            };
        });
        var identifier = root["identifier"] as JsonObject;
        return new IntakeMessage([.. read], persons, identifier?.Text("value") is { } value ? $"{identifier.Text("system")}|{value}" : null);
    }

    /// <summary>The resource with the gateway's id and without what a server owns.</summary>
    private static byte[] Own(BundleEntry entry, string id)
    {
        entry.Resource["id"] = id;
        if (entry.Resource["meta"] is JsonObject meta)
        {
            meta.Remove("versionId");
            meta.Remove("lastUpdated");
            meta.Remove("source");
        }

        return JsonSerializer.SerializeToUtf8Bytes(entry.Resource, Compact);
    }
}
