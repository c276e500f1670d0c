namespace ConvenantGateway.Development.Certificates;

/// <summary>What a name of the development world is.</summary>
public enum DevelopmentNameKind : byte
{
    /// <summary>Nobody: has a certificate, but no partner or officer file.</summary>
    Nobody = 0,

    /// <summary>A partner on 8443.</summary>
    Partner = 1,

    /// <summary>A person on 8444.</summary>
    Officer = 2,
}
