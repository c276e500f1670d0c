namespace ConvenantGateway.Filter;

/// <summary>The filter pass over a foreign Bundle whose index is made. Lives on the stack.</summary>
internal readonly ref struct BundleRun(
    ResourceFilter filter, ReadOnlyMemory<byte> bundle, IBundleScopes scopes, ReadOnlySpan<byte> baseUrl, BundleIndex index, FilterBuffer into)
{
    /// <summary>
    /// Rounds before a Bundle is taken apart. A resource that falls takes references with it, and so may take others (a modifier that only pointed there): each round then cuts more. Nobody's
    /// records do that thrice; who sends a chain of them loses all that points to another entry, instead of our time.
    /// </summary>
    private const int Rounds = 3;

    private readonly ReadOnlySpan<byte> _input = bundle.Span;
    private readonly ReadOnlySpan<byte> _baseUrl = baseUrl;

    /// <summary>Makes the pass.</summary>
    public FilterPass Run()
    {
        index.Begin(bundle);
        try
        {
            return Filter();
        }
        finally
        {
            index.End();
        }
    }

    private FilterPass Filter()
    {
        var start = into.Length;
        Decide();
        for (var round = 1; ; round++)
        {
            into.Length = start;
            into.Totals.Clear();
            var (hasFallen, refusal) = Write();
            if (refusal is not null)
            {
                into.Length = start;
                into.Totals.Clear();
                return new FilterPass(0, 0, false, refusal);
            }

            if (!hasFallen)
            {
                return new FilterPass(start, into.Length - start, into.Totals.Any, null);
            }

            if (round == Rounds)
            {
                TakeApart();
            }
        }
    }

    private void Decide()
    {
        for (var i = 0; i < index.EntryList.Count; i++)
        {
            var entry = index.Entries[i];
            var scope = scopes.Of(index, i) with { References = index.References };
            var shape = filter.Find(entry.Type.Of(_input));
            index.Scopes.Add(scope);
            index.Stays.Add(shape is not null && !scope.Released.IsEmpty && scope.Released.Contains(scope.ResourceClass));
        }
    }

    private (bool HasFallen, FilterRefusal? Refusal) Write()
    {
        var hasFallen = false;
        var any = false;
        var isFull = !Append("{\"resourceType\":\"Bundle\",\"type\":\""u8) | !Append(index.Type.Of(_input)) | !Append("\""u8);
        for (var i = 0; i < index.EntryList.Count && !isFull; i++)
        {
            var entry = index.Entries[i];
            if (!index.Stays.Items[i])
            {
                Whole(entry, index.Scopes.Items[i]);
                continue;
            }

            var mark = into.Length;
            isFull |= !Append(any ? ",{"u8 : ",\"entry\":[{"u8) | !WriteFullUrl(entry) | !Append("\"resource\":"u8);
            index.References.Entry = i;
            var pass = filter.Filter(entry.Resource.Of(_input), index.Scopes.Items[i], into);
            if (pass.Refusal is { } refusal)
            {
                return (false, refusal with { BytePosition = refusal.BytePosition + entry.Resource.Start });
            }

            into.Totals.Add(into.Cuts);
            if (!pass.IsKept)
            {
                into.Length = mark;
                index.Stays.Items[i] = false;
                hasFallen = true;
                continue;
            }

            any = true;
            isFull |= !WriteMode(entry) | !Append("}"u8);
        }

        isFull |= !Append(any ? "]}"u8 : "}"u8);
        return (hasFallen, isFull ? new FilterRefusal(FilterErrorCodes.TooLarge, "what would be left is larger than the buffer may be", 0) : null);
    }

    private void Whole(BundleEntryIndex entry, in FilterScope scope)
    {
        if (filter.Find(entry.Type.Of(_input)) is { } shape)
        {
            into.Totals.Add(new WholeCut(shape.Name, scope.ResourceClass - scope.Released));
        }
        else
        {
            into.Totals.Add(WholeCut.Unplaced);
        }
    }

    private bool WriteFullUrl(BundleEntryIndex entry)
    {
        var fullUrl = entry.FullUrl.Of(_input);
        if (BundleIds.IsUuidUrn(fullUrl))
        {
            return Append("\"fullUrl\":\""u8) & Append(fullUrl) & Append("\","u8);
        }

        var id = entry.Id.Of(_input);
        return id.IsEmpty
            || (Append("\"fullUrl\":\""u8) & Append(_baseUrl) & Append("/"u8) & Append(entry.Type.Of(_input)) & Append("/"u8) & Append(id) & Append("\","u8));
    }

    private bool WriteMode(BundleEntryIndex entry) =>
        entry.Mode.IsEmpty || (Append(",\"search\":{\"mode\":\""u8) & Append(entry.Mode.Of(_input)) & Append("\"}"u8));

    private void TakeApart()
    {
        for (var i = 0; i < index.EntryList.Count; i++)
        {
            foreach (var reference in index.ReferencesOf(i))
            {
                index.Stays.Items[i] &= reference.Entry < 0;
            }
        }
    }

    private bool Append(ReadOnlySpan<byte> bytes) => into.TryAppend(bytes);
}
