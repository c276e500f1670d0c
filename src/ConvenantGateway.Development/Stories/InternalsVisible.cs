using System.Runtime.CompilerServices;

// The stories' tests read what the composers write.
[assembly: InternalsVisibleTo("ConvenantGateway.Host.Tests")]
