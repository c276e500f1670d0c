namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>A canary where it may not be.</summary>
/// <param name="Channel">Through which channel.</param>
/// <param name="Side">Who saw it; empty: nobody may.</param>
/// <param name="Where">The request, file or page.</param>
/// <param name="Hit">What was found and in what form.</param>
internal sealed record Leak(Channel Channel, string Side, string Where, TokenHit Hit)
{
    /// <summary>One line for a reader.</summary>
    public override string ToString() =>
        $"{Channel.ToString().ToLowerInvariant()}: {Hit.Canary.Path} of {Hit.Canary.Home.Sender} ({Hit.Canary.Home.Exchange}, {Hit.Canary.Home.Rol.ToString().ToLowerInvariant()}, "
        + $"{(Hit.Canary.Category.IsEmpty ? Hit.Canary.Home.Class : Hit.Canary.Category)}) as {Hit.Encoding} {Hit.Canary.Token} {(Side.Length > 0 ? $"before {Side}" : "in the open")} at {Where}";
}
