namespace ConvenantGateway.Exchange.Tests.Whereabouts;

public sealed class DutchTelephoneTests
{
    [Theory]
    [InlineData("06-12345678", "0612345678")]
    [InlineData("+31 6 12345678", "0612345678")]
    [InlineData("0031 (0)6 1234 5678", "0612345678")]
    [InlineData("612345678", "0612345678")]
    [InlineData("050 - 555 01 42", "0505550142")]
    [InlineData("+49 30 1234567", "49301234567")]
    [InlineData("geen", "")]
    public void Normalize_AnySpelling_IsOneForm(string number, string form) => Assert.Equal(form, DutchTelephone.Normalize(number));

    [Theory]
    [InlineData("0505550142", true)]
    [InlineData("0205550142", true)]
    [InlineData("0705550142", true)]
    [InlineData("0612345678", false)]
    [InlineData("0880000001", false)]
    [InlineData("0800123456", false)]
    [InlineData("49301234567", false)]
    public void IsGeographic_Number_HasAnAreaCode(string number, bool expected) => Assert.Equal(expected, DutchTelephone.IsGeographic(number));
}
