namespace ConvenantGateway.Policy;

/// <summary>Reads the codes of <c>https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol</c>. Pure; thread safe.</summary>
public static class RolCodes
{
    /// <summary>The role of a code as it stands in a <c>Patient.meta.tag</c>; <see cref="BetrokkeneRol.Onbekend"/>, which releases nothing, for any other text.</summary>
    /// <param name="code">UTF-8, unescaped.</param>
    public static RolSet Read(ReadOnlySpan<byte> code) => RolSet.Of(
        code.SequenceEqual("slachtoffer"u8) ? BetrokkeneRol.Slachtoffer
        : code.SequenceEqual("pleger"u8) || code.SequenceEqual("vermoedelijke-pleger"u8) ? BetrokkeneRol.Pleger
        : code.SequenceEqual("kind"u8) ? BetrokkeneRol.Kind
        : code.SequenceEqual("getuige"u8) ? BetrokkeneRol.Getuige
        : code.SequenceEqual("huisgenoot"u8) ? BetrokkeneRol.Huisgenoot
        : code.SequenceEqual("melder"u8) ? BetrokkeneRol.Melder
        : code.SequenceEqual("client"u8) ? BetrokkeneRol.Client
        : code.SequenceEqual("kind-getuige"u8) ? BetrokkeneRol.KindGetuige
        : code.SequenceEqual("hulpvrager"u8) ? BetrokkeneRol.Hulpvrager
        : BetrokkeneRol.Onbekend);
}
