namespace ConvenantGateway.Exchange;

/// <summary>The BALP pattern that an AuditEvent follows (IHE ITI BALP 1.1.3).</summary>
internal enum AuditEventPattern : byte
{
    /// <summary>None of them: a plain R4 AuditEvent.</summary>
    Plain = 0,

    /// <summary>Something was brought: <c>(Patient)Create</c>.</summary>
    Create,

    /// <summary>Something was read: <c>(Patient)Read</c>.</summary>
    Read,

    /// <summary>Something was searched or asked: <c>(Patient)Query</c>.</summary>
    Query,

    /// <summary>The own organisation provided to another: <c>PrivacyDisclosure.Source</c>.</summary>
    DisclosureSource,

    /// <summary>The own organisation was provided with something: <c>PrivacyDisclosure.Recipient</c>.</summary>
    DisclosureRecipient,

    /// <summary>A token was asked for: <c>AuthZconsent</c> where a consent was shown.</summary>
    Authorization,
}
