namespace ConvenantGateway.Exchange;

/// <summary>Checks who asks, and the texts of a token request. Pure.</summary>
internal static class TokenStatements
{
    private const int MaxText = 2_000;
    private const int MaxName = 200;

    /// <summary>What is wrong or missing is added in plain Dutch, never a value.</summary>
    /// <param name="details">The request.</param>
    /// <param name="isOwn">True for the caller's own register: nothing is disclosed there, so there is no emergency either.</param>
    /// <param name="missing">Receives it.</param>
    public static void Check(AuthorizationDetails details, bool isOwn, List<string> missing)
    {
        if (string.IsNullOrWhiteSpace(details.Actor?.System) || string.IsNullOrWhiteSpace(details.Actor.Id) || string.IsNullOrWhiteSpace(details.Actor.Role))
        {
            missing.Add("de professional (`actor` met `system`, `id` en `role`)");
        }

        // These stand in the token and in its header.
        if (details.Actor is { } actor && (actor.System?.Length > MaxName || actor.Id?.Length > MaxName || actor.Name?.Length > MaxName || actor.Role?.Length > MaxName))
        {
            missing.Add("een lid van `actor` is langer dan 200 tekens");
        }

        var texts = (details.Weighing?.Texts() ?? []).Concat(details.Evidence?.Texts() ?? []);
        if (texts.Any(static t => t.Length > MaxText))
        {
            missing.Add("een tekst is langer dan 2.000 tekens");
        }

        if (!details.Emergency)
        {
            return;
        }

        // The Noodprocedure is reviewed afterwards: it has a name and a reason, or it does not begin.
        if (isOwn)
        {
            missing.Add("de noodprocedure geldt niet voor uw eigen register (`emergency`)");
        }

        if (string.IsNullOrWhiteSpace(details.Actor?.Name))
        {
            missing.Add("de naam van de professional die de noodprocedure gebruikt (`actor.name`)");
        }

        if (string.IsNullOrWhiteSpace(details.Evidence?.Reason))
        {
            missing.Add("de reden van de noodprocedure (`evidence.reason`)");
        }
    }
}
