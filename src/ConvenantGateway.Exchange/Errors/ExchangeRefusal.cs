using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>A refusal with its details. Immutable.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Details">Further issues: rule, element, what is missing; never a value. Empty for none.</param>
public sealed record ExchangeRefusal(ExchangeErrorKind Kind, ImmutableArray<RefusalDetail> Details)
{
    /// <summary>A refusal without details.</summary>
    public static ExchangeRefusal Of(ExchangeErrorKind kind) => new(kind, []);

    /// <summary>A refusal with one detail.</summary>
    public static ExchangeRefusal Of(ExchangeErrorKind kind, string text, string expression = "") => new(kind, [new RefusalDetail(null, null, text, expression)]);

    /// <summary>The status: that of the first detail that has one, else the table's.</summary>
    public int Status => Details.FirstOrDefault(static d => d.Status is not null)?.Status ?? ErrorTable.Of(Kind).Status;
}
