namespace ConvenantGateway.Host.Connect;

/// <summary>The three listeners (design.md 3.1). An endpoint belongs to exactly one; an endpoint that names none is reachable on none.</summary>
internal enum ListenerKind
{
    /// <summary>Not said: reachable nowhere.</summary>
    None = 0,

    /// <summary>Partners, 8443, client certificate in the handshake.</summary>
    Partners = 1,

    /// <summary>The console, 8444, client certificate in the handshake.</summary>
    Officers = 2,

    /// <summary>Operations, 8445, loopback, no case data.</summary>
    Operations = 3,
}
