using System.Text.Unicode;

namespace ConvenantGateway.Filter;

/// <summary>
/// The element filter for a foreign Bundle (design.md section 6): an index pass finds the resources, their references, persons, roles and classes; each entry is decided; a filter pass copies what stays.
/// What an entry that goes leaves behind is nothing: no <c>total</c>, no links, no reference, no address. Built once per snapshot; immutable and thread safe.
/// </summary>
/// <param name="filter">The filter of single resources.</param>
public sealed class BundleFilter(ResourceFilter filter)
{
    /// <summary>Filters a Bundle of type <c>searchset</c> or <c>collection</c> to the end of a buffer. Allocates nothing per resource once buffer and index have grown.</summary>
    /// <param name="bundle">UTF-8 JSON. Never changed.</param>
    /// <param name="scopes">What may stay of each entry.</param>
    /// <param name="baseUrl">The address under which the receiver sees this server, without a slash at its end, in UTF-8: the new <c>fullUrl</c>s begin with it. Only <c>urn:uuid:</c> is kept as it is.</param>
    /// <param name="index">Reused; afterwards holds the index of this Bundle.</param>
    /// <param name="into">Where the Bundle goes.</param>
    /// <returns>How it came through: with no resource left it is a Bundle without entries. Never withheld whole.</returns>
    public FilterPass Filter(ReadOnlyMemory<byte> bundle, IBundleScopes scopes, ReadOnlySpan<byte> baseUrl, BundleIndex index, FilterBuffer into)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(into);
        into.Totals.Clear();
        if (bundle.Length > ResourceFilter.MaxBytes)
        {
            return Refused(new FilterRefusal(FilterErrorCodes.TooLarge, "the Bundle is larger than 50 MiB", ResourceFilter.MaxBytes));
        }

        if (!Utf8.IsValid(bundle.Span))
        {
            return Refused(new FilterRefusal(FilterErrorCodes.NotText, "the Bundle is not UTF-8", 0));
        }

        var indexer = new BundleIndexer(bundle.Span, filter, index, into);
        if (!indexer.Run())
        {
            return Refused(indexer.Refusal());
        }

        BundlePersons.Resolve(bundle.Span, index);
        return new BundleRun(filter, bundle, scopes, baseUrl, index, into).Run();
    }

    private static FilterPass Refused(FilterRefusal refusal) => new(0, 0, false, refusal);
}
