using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Who must consent at an age. Pure.</summary>
internal static class ConsentAges
{
    private static readonly DateOnly WmoConsent = new(2013, 7, 1);

    /// <summary>The regimes of both sides at a date.</summary>
    public static ConsentRegimes RegimesOf(PartyKind sender, PartyKind receiver, DateOnly date) => RegimeOf(sender, date) | RegimeOf(receiver, date);

    /// <summary>Who must agree: the person, the representative, or both. What held on the day of the consent and what holds today both count.</summary>
    public static (bool Self, bool Representative) Required(DateOnly birthDate, DateOnly given, DateOnly today, ConsentRegimes regimes)
    {
        var then = At(Age(birthDate, given), regimes);
        var now = At(Age(birthDate, today), regimes);
        return (then.Self || now.Self, then.Representative || now.Representative);
    }

    /// <summary>Whole years.</summary>
    public static int Age(DateOnly birthDate, DateOnly date)
    {
        var years = date.Year - birthDate.Year;
        return date < birthDate.AddYears(years) ? years - 1 : years;
    }

    private static (bool Self, bool Representative) At(int age, ConsentRegimes regimes) => age switch
    {
        < 12 => (false, true),
        < 16 => ((regimes & (ConsentRegimes.Wmo | ConsentRegimes.Wgbo)) != 0, (regimes & (ConsentRegimes.Wbp | ConsentRegimes.Wgbo)) != 0),
        _ => (true, false),
    };

    private static ConsentRegimes RegimeOf(PartyKind kind, DateOnly date) => kind.Code switch
    {
        "HA" or "ZH" or "GGZ" or "TZ" or "GGD" or "JGZ" => ConsentRegimes.Wgbo,
        "ASHG" or "VT" when date >= WmoConsent => ConsentRegimes.Wmo,
        _ => ConsentRegimes.Wbp,
    };
}
