namespace ConvenantGateway.Audit;

/// <summary>
/// What may stand in a leaf in clear: codes, slugs and digests only. Printable ASCII without spaces, so that no sentence, name or address can slip in (design.md section 7:
/// no free text in a leaf).
/// </summary>
internal static class LeafRules
{
    private const int MaxLength = 200;
    private const int MaxRules = 200;
    private const int MaxViews = 255;

    /// <summary>Throws if a clear field is not a code.</summary>
    public static void Check(ExchangeRecord record)
    {
        if (record.Transaction == Guid.Empty)
        {
            throw new ArgumentException("a record needs a transaction", nameof(record));
        }

        Code(record.Caller, "caller");
        Code(record.Counterparty, "counterparty");
        Code(record.Purpose, "purpose");
        Code(record.Ground, "ground");
        Code(record.By, "by");
        Code(record.Outcome, "outcome");
        Code(record.Code, "code");
        Code(record.Profile, "profile");
        Code(record.LawDate, "law-date");
        Code(record.Covenant, "covenant");
        Code(record.PolicyDigest, "policy-digest");
        Code(record.BodyDigest, "body-digest");
        Code(record.Trace, "trace");
        if (record.Outcome.Length == 0)
        {
            throw new ArgumentException("a record needs an outcome", nameof(record));
        }

        if (!record.Rules.IsDefault)
        {
            if (record.Rules.Length > MaxRules)
            {
                throw new ArgumentException("a record names at most 200 rules", nameof(record));
            }

            foreach (var rule in record.Rules)
            {
                Code(rule, "rules");
            }
        }

        Views(record);
    }

    /// <summary>True for a code: at most 200 printable ASCII characters without spaces.</summary>
    public static bool IsCode(string text) => text.Length <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static void Views(ExchangeRecord record)
    {
        if (record.Views.IsDefaultOrEmpty)
        {
            return;
        }

        if (record.Views.Length > MaxViews)
        {
            throw new ArgumentException("a record has at most 255 views", nameof(record));
        }

        for (var i = 0; i < record.Views.Length; i++)
        {
            var view = record.Views[i];
            Code(view.Viewer, "viewer");
            for (var j = 0; j < i; j++)
            {
                if (view.Viewer == record.Views[j].Viewer)
                {
                    throw new ArgumentException("a viewer has one view of a record", nameof(record));
                }
            }

            if (view.Viewer.Length == 0)
            {
                throw new ArgumentException("a view needs a viewer", nameof(record));
            }

            if (!view.Values.IsDefault)
            {
                foreach (var value in view.Values)
                {
                    Code(value.Field, "field");
                }
            }
        }
    }

    private static void Code(string text, string field)
    {
        if (!IsCode(text))
        {
            throw new ArgumentException($"`{field}` of a record must be a code: at most 200 printable ASCII characters without spaces");
        }
    }
}
