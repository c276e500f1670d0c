using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>Room for the test on duplicate keys of one object, in the frame of its walk: 256 properties, more than any type but <c>ElementDefinition</c> has.</summary>
[InlineArray(Length)]
internal struct SeenWords
{
    /// <summary>How many words there are.</summary>
    public const int Length = 4;

    private ulong _first;
}
