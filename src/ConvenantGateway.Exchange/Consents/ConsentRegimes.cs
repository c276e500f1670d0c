namespace ConvenantGateway.Exchange;

/// <summary>
/// The laws whose age lines decide who consents. Where sender and receiver differ, the stricter holds: everybody whom either asks for must agree (domain.md 9.1, 9; a judgement).
/// </summary>
[Flags]
internal enum ConsentRegimes : byte
{
    /// <summary>None: nobody can consent. Never the outcome of <see cref="ConsentAges.RegimesOf"/>.</summary>
    None = 0,

    /// <summary>Wbp 5(1), UAVG 5: under 16 the legal representative.</summary>
    Wbp = 1,

    /// <summary>Wmo 21h, from 2013-07-01; Wmo 2015 5.3.3: a capable minor from 12 himself.</summary>
    Wmo = 2,

    /// <summary>7:447, 7:450, 7:465 BW: from 12 to 16 the minor and the representative.</summary>
    Wgbo = 4,
}
