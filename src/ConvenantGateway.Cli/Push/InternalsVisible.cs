using System.Runtime.CompilerServices;

// The tests read what a chunk writes.
[assembly: InternalsVisibleTo("ConvenantGateway.Cli.Tests")]
