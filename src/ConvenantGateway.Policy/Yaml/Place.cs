namespace ConvenantGateway.Policy;

/// <summary>Where something stands: path inside the policy root, 1-based line and column; 0 where the whole file is meant.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    public static Place Whole(string file) => new(file, 0, 0);
}
