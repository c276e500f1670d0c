using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A rule as masks: profiles and grounds as bits, releases per role as arrays indexed by <see cref="BetrokkeneRol"/>. Immutable after construction.</summary>
internal sealed class CompiledRule
{
    private const int Roles = 11;

    private readonly ulong _grounds;
    private readonly ulong _consentGrounds;
    private readonly Evidence[] _demandByGround;
    private readonly uint[] _categories = new uint[Roles];
    private readonly StatusLevel[] _levels = new StatusLevel[Roles];
    private readonly Evidence[] _requires = new Evidence[Roles];
    private readonly bool[] _ownBasis = new bool[Roles];

    public CompiledRule(Rule rule, IReadOnlyList<GroundDefinition> grounds)
    {
        Source = rule;
        (Warning, WarningTexts) = (rule.WarnWithout, WarningTextsOf(rule.WarnWithout));
        Never = rule.IsProhibition ? default : rule.Never.Bits;
        Prohibited = rule.IsProhibition ? (rule.Never.IsEmpty ? CategorySet.All : rule.Never).Bits : 0;
        DeniesAll = Prohibited == CategorySet.All.Bits || !rule.Obligations.All(ObligationWords.IsKnown);
        _demandByGround = new Evidence[grounds.Count];
        for (var i = 0; i < grounds.Count; i++)
        {
            var ground = grounds[i];
            var isListed = rule.Grounds.Contains(ground.Ground.Code, StringComparer.Ordinal) || (rule.IsProhibition && rule.Grounds.IsEmpty);
            _grounds |= isListed ? 1ul << i : 0;
            _consentGrounds |= ground.Demands.HasFlag(Evidence.Consent) ? 1ul << i : 0;

            // What a ground demands is shown by the asker. An answer released beforehand rests on what the holder recorded: the rule's own evidence.
            _demandByGround[i] = rule.IsProhibition ? Evidence.None : rule.Evidence | (rule.Holder == RuleHolder.Standing ? Evidence.None : ground.Demands);
        }

        foreach (var role in rule.Release)
        {
            var i = (int)role.Rol;
            _categories[i] = role.Categories.Bits;
            _levels[i] = role.Level;
            _requires[i] = role.Requires;
            _ownBasis[i] = role.Basis is not null;
        }
    }

    public Rule Source { get; }

    /// <summary>What it keeps back of what any rule releases.</summary>
    public uint Never { get; }

    /// <summary>What it forbids as a prohibition; all categories forbid the whole exchange.</summary>
    public uint Prohibited { get; }

    public bool IsProhibition => Source.IsProhibition;

    /// <summary>Forbids the whole exchange: a prohibition of everything, or a rule with an obligation that nobody can carry out.</summary>
    public bool DeniesAll { get; }

    /// <summary>Evidence whose lack warns.</summary>
    public Evidence Warning { get; }

    /// <summary>A text for each flag of <see cref="Warning"/>, in the order of the flags; prebuilt.</summary>
    public ImmutableArray<UnmetCondition> WarningTexts { get; }

    /// <summary>True for a prohibition, and for a rule of this way of asking.</summary>
    public bool Fits(bool emergency) => Source.IsProhibition || Source.IsEmergency == emergency;

    public bool PassesOn(DataOrigins origin) => (Source.Onward & origin) == origin;

    public bool HoldsIn(int profile) => (Source.Profiles & (1u << profile)) != 0;

    /// <summary>What it demands on any ground.</summary>
    public Evidence DemandedByAny => _demandByGround.Aggregate(Evidence.None, static (set, one) => set | one);

    public bool Lists(int ground) => ground >= 0 && (_grounds & (1ul << ground)) != 0;

    public Evidence Demand(int ground) => _demandByGround[ground];

    public bool Matches(int profile, int ground, Evidence evidence, bool emergency) =>
        HoldsIn(profile) && Fits(emergency) && (IsProhibition && Source.Grounds.IsEmpty || (Lists(ground) && (Demand(ground) & ~evidence) == 0));

    /// <summary>What it releases about one role, capped by consent where it rests on consent and the role has no own ground.</summary>
    public uint Categories(BetrokkeneRol rol, int ground, Evidence evidence, CategorySet consent)
    {
        var i = (int)rol;
        if ((_requires[i] & ~evidence) != 0)
        {
            return 0;
        }

        var isCapped = !_ownBasis[i] && (_consentGrounds & (1ul << ground)) != 0;
        return isCapped ? _categories[i] & consent.Bits : _categories[i];
    }

    public StatusLevel Level(BetrokkeneRol rol, Evidence evidence) =>
        (_requires[(int)rol] & ~evidence) != 0 ? StatusLevel.L0 : _levels[(int)rol];

    /// <summary>A text for each flag.</summary>
    public ImmutableArray<UnmetCondition> WarningTextsOf(Evidence missing) =>
    [
        .. EvidenceWords.Dutch(missing).Zip(EvidenceWords.English(missing)).Select(text =>
            new UnmetCondition("warning", $"{Source.Id}: let op: {text.First} ontbreekt; schrijf op waarom.") { English = $"{Source.Id}: note: {text.Second} is missing; write down why." }),
    ];
}
