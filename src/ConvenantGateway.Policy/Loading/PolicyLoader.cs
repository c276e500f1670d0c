using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>Reads, checks and compiles a policy set. Pure; thread safe.</summary>
public static class PolicyLoader
{
    /// <summary>Reads all files, reports all errors at once, verifies signatures and compiles.</summary>
    public static PolicyLoadResult Load(PolicyFiles files, PolicyLoadOptions options)
    {
        var errors = new PolicyErrorList();
        var warnings = new PolicyErrorList();
        KnownPaths.Check(files, errors);
        var words = new VocabularyFiles(files, errors).Read();
        var labels = LabelsFile.Read(files, errors);
        var elements = files.Under("elements/").Select(f => ElementsFile.Read(f.Path, f.Bytes, errors)).OfType<ElementSource>()
            .Select(e => e with { Classification = e.Classification with { Labels = labels } }).ToList();
        var partnerFiles = new PartnerFiles(files, words, errors);
        var pins = partnerFiles.Pins();
        var partners = partnerFiles.Partners(pins);
        var officers = partnerFiles.Officers(partners.Keys, pins);
        var covenant = new CovenantFiles(files, words, errors).Read(options.Covenant);
        var rules = new RuleLayers(files, words, errors, warnings).InForce(covenant, options.Covenant);
        var wegwijzer = new WegwijzerFiles(files, words, errors).Read();
        _ = CasesFile.ReadAll(files, words, errors);
        if (covenant?.Terms.Reenactment is not null && !options.AllowReenactment)
        {
            errors.Add(PolicyErrorCodes.Reenactment, covenant.Place, $"the covenant `{options.Covenant}` re-enacts a date, which only Development does");
        }

        var signatures = new SignatureFiles(files, options, errors, warnings);
        signatures.CheckOperator(officers.Values);
        if (!errors.IsEmpty || covenant is null)
        {
            return new PolicyLoadResult(null, errors.ToImmutable()) { Warnings = warnings.ToImmutable() };
        }

        var table = PolicyTable.Compile(words, rules, errors);
        var manifest = Manifest.OfCovenant(files, options.Covenant);
        var signed = partners.Values.Select(p => p with { HasSigned = signatures.HasSigned(p, manifest) }).ToFrozenDictionary(p => p.Id);
        if (!errors.IsEmpty)
        {
            return new PolicyLoadResult(null, errors.ToImmutable()) { Warnings = warnings.ToImmutable() };
        }

        var snapshot = new PolicySnapshot
        {
            ManifestDigest = manifest,
            Covenant = covenant.Terms,
            Partners = signed,
            Officers = officers,
            Grounds = words.Grounds,
            Purposes = words.Purposes,
            CategoryNames = words.CategoryNames,
            Elements = elements.ToFrozenDictionary(e => e.Classification.ResourceType, e => e.Classification, StringComparer.Ordinal),
            Wegwijzer = wegwijzer,
            Retention = words.Retention.Narrowed(covenant.Terms.RetentionMonths),
            Decider = new PolicyDecider(table, covenant.Terms, signed.Values),
        };
        return new PolicyLoadResult(snapshot, []) { Warnings = warnings.ToImmutable(), ElementSources = [.. elements] };
    }

    /// <summary>
    /// The law alone, with every row on, derived ones too: what a covenant could at most be. One synthetic partner stands for each kind of party (its id is the kind in lower case);
    /// article 20 decisions and declarations are taken as held. For <c>test</c>, <c>prove</c> and <c>matrix</c>; it never serves anyone.
    /// </summary>
    public static PolicyLoadResult LoadStatute(PolicyFiles files)
    {
        var errors = new PolicyErrorList();
        KnownPaths.Check(files, errors);
        var words = new VocabularyFiles(files, errors).Read();
        var rules = new RuleLayers(files, words, errors, new PolicyErrorList()).Statute();
        InvariantsFile.CheckExceptions(rules, words.Invariants, errors);
        InvariantsFile.Check(rules, words.Invariants, errors);
        return !errors.IsEmpty ? new PolicyLoadResult(null, errors.ToImmutable()) : StatuteSnapshot.Of(words, rules, errors) is { } snapshot && errors.IsEmpty
            ? new PolicyLoadResult(snapshot, [])
            : new PolicyLoadResult(null, errors.ToImmutable());
    }

    /// <summary>SHA-256 of the canonical manifest of the files that a covenant's partners sign, lower-case hex (design.md section 5).</summary>
    public static string ManifestDigest(PolicyFiles files, string covenant) => Manifest.OfCovenant(files, covenant);
}
