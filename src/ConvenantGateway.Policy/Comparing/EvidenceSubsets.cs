namespace ConvenantGateway.Policy;

/// <summary>Every subset of a set of evidence, the whole first, the empty last.</summary>
internal static class EvidenceSubsets
{
    public static IEnumerable<Evidence> Of(Evidence bits)
    {
        var subset = bits;
        while (true)
        {
            yield return subset;
            if (subset == Evidence.None)
            {
                yield break;
            }

            subset = (Evidence)(((int)subset - 1) & (int)bits);
        }
    }
}
