namespace ConvenantGateway.Exchange;

/// <summary>Makes handles of persons. Thread safe.</summary>
public interface IPersonHandles
{
    /// <summary>The handle; null if family name or full birth date is missing: such a person matches nobody.</summary>
    PersonHandle? HandleOf(PersonTraits traits);

    /// <summary>The keyed hash of a normalized address, postcode or telephone number, lower-case hex (design.md section 6: what a shelter supplies).</summary>
    string AddressHash(string normalized);
}
