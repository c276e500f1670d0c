using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>Inquiries of the supervisor. Thread safe.</summary>
public interface IInquiries
{
    /// <summary>The officer's inquiries that have not ended.</summary>
    ValueTask<ImmutableArray<SupervisorInquiry>> OpenAsync(string officer, DateTimeOffset now, CancellationToken cancellation);
}
