namespace ConvenantGateway.Exchange;

/// <summary>The digest of a form, bound to its person: the same address of two persons gives two digests, so that the table does not tell who lives together. Pure.</summary>
public static class WhereaboutsDigest
{
    /// <summary>Lower-case hex, under the region key.</summary>
    public static string Of(IPersonHandles handles, PersonHandle person, TextForm form) => handles.AddressHash($"{person.Hex}|{(int)form.Kind}|{form.Value}");
}
