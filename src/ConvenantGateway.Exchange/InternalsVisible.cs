using System.Runtime.CompilerServices;

// The composition root composes refusals, capability statements and token answers; the tests build what the pipeline builds.
[assembly: InternalsVisibleTo("ConvenantGateway.Host")]
[assembly: InternalsVisibleTo("ConvenantGateway.Exchange.Tests")]
[assembly: InternalsVisibleTo("ConvenantGateway.Testing")]
