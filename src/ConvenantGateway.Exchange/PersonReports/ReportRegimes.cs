using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Which law answers a request for inzage: by the kind of the organisation and the date (domain.md 7.3, 10.3). Pure; thread safe.</summary>
public static class ReportRegimes
{
    private const string Wbp = "BWBR0011468";
    private const string Avg = "32016R0679";
    private const string Uavg = "BWBR0040940";
    private const string Wmo = "BWBR0020031";
    private const string Wmo2015 = "BWBR0035362";
    private const string Wjz = "BWBR0016637";
    private const string Wpg = "BWBR0022463";
    private const string Wjsg = "BWBR0014194";

    internal static readonly DateOnly SupportCentreLaw = new(2013, 7, 1);
    internal static readonly DateOnly YouthActDate = new(2015, 1, 1);
    internal static readonly DateOnly AvgDate = new(2018, 5, 25);

    private static readonly ReportRegime OfWbp = new()
    {
        Name = "Wbp",
        Access = [new(Wbp, "35(1)"), new(Wbp, "35(2)")],
        Identity = new(Wbp, "37(2)"),
        Incapable = new(Wbp, "37(3)"),
        Representative = new(Wbp, "37(3)"),
        Interest = new(Wbp, "43(e)"),
        Withhold = new(Wbp, "43(e)"),
        Term = "vier weken",
        Derived = "dat een mentor als vertegenwoordiger geldt is afgeleid: artikel 37(3) noemt curatele",
    };

    private static readonly ReportRegime OfAvg = new()
    {
        Name = "AVG",
        Access = [new(Avg, "15(1)"), new(Avg, "12(3)")],
        Identity = new(Avg, "12(6)"),
        Incapable = new(Uavg, "5(4)"),
        Representative = new(Uavg, "5(4)"),
        Interest = new(Uavg, "41(1)(i)"),
        Withhold = new(Uavg, "41(1)(i)"),
        TermDays = 0,
        Term = "een maand",
        Derived = "de teksten van AVG en UAVG zijn niet gelezen",
    };

    private static readonly ReportRegime OfWmo = new()
    {
        Name = "Wmo",
        Access = [new(Wmo, "21g(1)"), new(Wbp, "35(2)")],
        Identity = new(Wbp, "37(2)"),
        FromTwelve = true,
        Incapable = new(Wmo, "21g(2)"),
        Representative = new(Wmo, "21g(3)"),
        Interest = new(Wmo, "21g(3)"),
        Withhold = new(Wmo, "21g(4)"),
        Term = "zo spoedig mogelijk, uiterlijk vier weken",
        Derived = "de vier weken zijn afgeleid uit Wbp, artikel 35(1)",
    };

    private static readonly ReportRegime OfWmo2015 = OfWmo with
    {
        Name = "Wmo 2015",
        Access = [new(Wmo2015, "5.3.2(1)"), new(Wbp, "35(2)")],
        Incapable = new(Wmo2015, "5.3.2(2)"),
        Representative = new(Wmo2015, "5.3.2(3)"),
        Interest = new(Wmo2015, "5.3.2(3)"),
        Withhold = new(Wmo2015, "5.3.2(4)"),
    };

    private static readonly ReportRegime OfWjz = OfWmo with
    {
        Name = "Wjz",
        Access = [new(Wjz, "49"), new(Wbp, "35(2)")],
        Incapable = new(Wjz, "50(1)"),
        Representative = new(Wjz, "50(2)"),
        Interest = new(Wjz, "50(2)"),
        Withhold = new(Wjz, "50(3)"),
    };

    private static readonly ReportRegime OfWpg = new()
    {
        Name = "Wpg",
        IsAnswered = false,
        Access = [new(Wpg, "25(1)")],
        Identity = new(Wpg, "26(1)"),
        Incapable = new(Wpg, "26(2)"),
        Representative = new(Wpg, "26(2)"),
        Interest = new(Wpg, "27(1)(b)"),
        Withhold = new(Wpg, "27(1)(b)"),
        TermDays = 42,
        Term = "zes weken, te verdagen met vier of zes weken",
    };

    private static readonly ReportRegime OfWjsg = OfWpg with
    {
        Name = "Wjsg",
        Access = [new(Wjsg, "39i(1)")],
        Derived = "artikel 39i(1) is dat van het Openbaar Ministerie; voor rechter en griffier is het afgeleid",
    };

    /// <summary>The regime of an organisation.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="lawDate">The date whose law applies.</param>
    public static ReportRegime Of(PartyKind kind, DateOnly lawDate) => kind.Code switch
    {
        "POL" or "HOVJ" or "LEC" => OfWpg,
        "OM" or "GRIF" or "VR" => OfWjsg,
        "ASHG" when lawDate >= SupportCentreLaw => OfWmo,
        "VT" when lawDate >= AvgDate => AsAvg(OfWmo2015),
        "VT" => OfWmo2015,
        "AMK" or "BJZ" when lawDate < YouthActDate => OfWjz,
        _ => lawDate >= AvgDate ? OfAvg : OfWbp,
    };

    /// <summary>The grounds that a representative who is the vermoedelijke pleger runs into, whatever else is true (domain.md 10.3, 13).</summary>
    /// <param name="regime">The regime.</param>
    public static ImmutableArray<ReportArticle> ForSuspectRepresentative(ReportRegime regime) => [regime.Withhold];

    private static ReportRegime AsAvg(ReportRegime regime) => regime with
    {
        Access = [regime.Access[0], OfAvg.Access[0], OfAvg.Access[1]],
        Identity = OfAvg.Identity,
        TermDays = 0,
        Term = "zo spoedig mogelijk, uiterlijk een maand",
        Derived = OfAvg.Derived,
    };
}
