using System.Runtime.CompilerServices;

// Faults are injected where no deployment can reach them.
[assembly: InternalsVisibleTo("ConvenantGateway.Store.Tests")]
[assembly: InternalsVisibleTo("ConvenantGateway.Host.Tests")]
