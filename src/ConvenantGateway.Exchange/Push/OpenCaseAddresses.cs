using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// On an open case every new address counts as D05 until the holder of the case releases it (domain.md 10.2, 6): a hospital writes down in good faith where she is staying now. ADR 0009 weighs what this tells the sender.
/// Thread safe.
/// </summary>
internal sealed class OpenCaseAddresses(IWhereabouts whereabouts, IPersonHandles handles)
{
    private const int MostAddresses = 10;

    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    /// <summary>The message with a finding for each such address, and what is known of each person by handle.</summary>
    public async ValueTask<(PushMessage Message, ImmutableDictionary<PersonHandle, PersonWhereabouts> Known)> FindAsync(PushMessage message, CancellationToken cancellation)
    {
        var known = ImmutableDictionary.CreateBuilder<PersonHandle, PersonWhereabouts>();
        foreach (var handle in message.Persons.Select(static p => p.Handle).OfType<PersonHandle>().Distinct())
        {
            known[handle] = await whereabouts.ReadAsync(handle, cancellation);
        }

        var entries = message.Intake.Entries.Select(entry => entry.Type == "Patient" && HandleOf(message, entry) is { } handle
            ? entry with { Findings = entry.Findings.AddRange(FindingsIn(entry, handle, known[handle])) }
            : entry);
        return (message with { Intake = message.Intake with { Entries = [.. entries] } }, known.ToImmutable());
    }

    /// <summary>The handle of the person a Patient entry is; null if it has none.</summary>
    public static PersonHandle? HandleOf(PushMessage message, IntakeEntry patient) => message.Persons.FirstOrDefault(p => p.PatientId == patient.Id)?.Handle;

    private List<IntakeFinding> FindingsIn(IntakeEntry entry, PersonHandle handle, PersonWhereabouts known)
    {
        // Where nothing is known of a person there is nothing to tell new from known by.
        var isComparable = known.Values.Any(static v => v.IsAddress);
        var found = new List<IntakeFinding>();
        using var document = JsonDocument.Parse(entry.Json);
        var item = 0;
        foreach (var address in PatientAddresses.In(document.RootElement))
        {
            // Who sends one person with a dozen addresses is looking for one: the rest is cut unseen, of a person nobody knows too.
            if (item >= MostAddresses)
            {
                found.Add(new IntakeFinding("Patient.address", SafeLocation, FindingKind.OneOfMany, item));
            }
            else if (isComparable && IsHiddenOrNew(address))
            {
                found.Add(new IntakeFinding("Patient.address", SafeLocation, FindingKind.NewOnOpenCase, item));
            }

            item++;
        }

        return found;

        bool IsHiddenOrNew(JsonElement address)
        {
            var same = Find(PatientAddresses.Of(address));
            return same.Exists(static v => v is { IsHidden: true })
                || (same.Count > 0 && !known.CasesOf.IsEmpty && !Find(PatientAddresses.Of(address, withLastWord: false)).Exists(static v => v is { IsHidden: false }));
        }

        List<KnownWhereabout?> Find(List<TextForm> forms) => [.. forms.Select(f => known.Find(f.Kind, WhereaboutsDigest.Of(handles, handle, f)))];
    }
}
