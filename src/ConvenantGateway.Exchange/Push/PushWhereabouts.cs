using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Makes digests of the addresses, numbers and BSN of every Patient of a message, as they came in and as they were labelled: what is cut is remembered too, or the next message could tell it. Pure.
/// </summary>
internal static class PushWhereabouts
{
    private static readonly CategorySet Kept = CategorySet.Of(2) | CategorySet.Of(3) | CategorySet.Of(4) | CategorySet.Of(5);
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    /// <summary>
    /// The digests, and how many addresses the sender released as holder of the case. What the message itself calls a hidden place (a temporary address, a shelter's, a text that tells of a stay) is not released by the label
    /// on the Patient: only what counts as hidden because it is new, or because an earlier message said so.
    /// </summary>
    public static (ImmutableArray<WhereaboutsWrite> Writes, int ReleasedAddresses) Of(
        ExchangeCall call, PushMessage message, IPersonHandles handles, ImmutableDictionary<PersonHandle, PersonWhereabouts> known)
    {
        var writes = ImmutableArray.CreateBuilder<WhereaboutsWrite>();
        var released = 0;
        foreach (var entry in message.Intake.Entries.Where(static e => e.Type == "Patient"))
        {
            if (OpenCaseAddresses.HandleOf(message, entry) is not { } handle)
            {
                continue;
            }

            using var document = JsonDocument.Parse(entry.Json);
            var isReleased = call.IsOwn && known[handle].CasesOf.Contains(call.Caller) && AddressRelease.IsIn(document.RootElement);
            var hidden = isReleased ? HiddenItems(document.RootElement, entry) : [];
            released += isReleased ? PatientAddresses.In(document.RootElement).Count() - hidden.Count : 0;
            foreach (var (form, category, item) in Forms(document.RootElement, entry, call.Policy.Snapshot.Elements.GetValueOrDefault(entry.Type)))
            {
                var value = new KnownWhereabout(form.Kind, WhereaboutsDigest.Of(handles, handle, form), category, IsReleased: false);
                writes.Add(new WhereaboutsWrite(handle, value with { IsReleased = isReleased && value.IsAddress && !hidden.Contains(item) }, call.Caller, call.ReceivedAt));
            }
        }

        return ([.. writes.Distinct()], released);
    }

    /// <summary>The items of <c>address</c> that this message calls hidden.</summary>
    private static HashSet<int> HiddenItems(JsonElement patient, IntakeEntry entry) =>
    [
        .. entry.Findings.Where(static f => f is { Element: "address", Kind: not FindingKind.NewOnOpenCase }).Select(static f => f.Item).OfType<int>(),
        .. PatientAddresses.In(patient).Index().Where(static a => a.Item.TryGetProperty("use", out var use) && use.ValueEquals("temp")).Select(static a => a.Index),
    ];

    private static IEnumerable<(TextForm Form, CategorySet Category, int Item)> Forms(JsonElement patient, IntakeEntry entry, ElementClassification? classification)
    {
        var isFound = entry.Findings.Where(static f => f is { Element: "address", Kind: not FindingKind.OneOfMany }).Select(static f => f.Item).ToHashSet();
        foreach (var leaf in ResourceLeaves.Of(patient, classification).Where(static l => l.Own is "address" or "telecom" or "identifier"))
        {
            var category = leaf.Own == "address" && isFound.Contains(leaf.Item) ? SafeLocation : leaf.Place.Category & Kept;
            foreach (var form in LeafForms.Typed(leaf).Where(static f => f.Kind is TextFormKind.Postcode or TextFormKind.Street or TextFormKind.Phrase or TextFormKind.Telephone or TextFormKind.Bsn))
            {
                if (!category.IsEmpty)
                {
                    yield return (form, category, leaf.Item ?? -1);
                }
            }
        }

        var item = 0;
        foreach (var town in PatientAddresses.In(patient).Select(static a => PatientAddresses.Of(a)))
        {
            foreach (var form in town.Where(static f => f.Kind == TextFormKind.Town))
            {
                yield return (form, isFound.Contains(item) ? SafeLocation : CategorySet.Of(4), item);
            }

            item++;
        }
    }
}
