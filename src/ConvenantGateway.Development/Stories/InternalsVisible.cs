using System.Runtime.CompilerServices;

// The stories' tests read what the composers write.
[assembly: InternalsVisibleTo("ConvenantGateway.Host.Tests")]

// leakcheck speaks as the partners do.
[assembly: InternalsVisibleTo("ConvenantGateway.Cli")]
