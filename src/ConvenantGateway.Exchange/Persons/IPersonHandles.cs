namespace ConvenantGateway.Exchange;

/// <summary>Makes handles of persons. Thread safe.</summary>
public interface IPersonHandles
{
    /// <summary>The handle; null if family name or full birth date is missing: such a person matches nobody.</summary>
    PersonHandle? HandleOf(PersonTraits traits);
}
