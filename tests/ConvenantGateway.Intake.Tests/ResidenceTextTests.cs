namespace ConvenantGateway.Intake.Tests;

/// <summary>A net for where somebody stays: an ordinary report of violence must not be caught in it, or a warning does not arrive.</summary>
public sealed class ResidenceTextTests
{
    [Theory]
    [InlineData("verblijft nu Lindestraat 12")]
    [InlineData("zij verblijft aan de lindestraat")]
    [InlineData("logeert bij haar zus op de Kerkweg")]
    [InlineData("logeert bij haar zus, kerkweg 5")]
    [InlineData("ondergedoken, Noorderring 8")]
    [InlineData("zit tijdelijk in het Wilhelminapark")]
    [InlineData("nieuw adres: 9700 AB")]
    [InlineData("verblijfsplaats: Herengracht")]
    [InlineData("verblijft nu Singel 12")]
    [InlineData("zij verblijft aan de Laan van Meerdervoort")]
    [InlineData("verblijft: markt nr. 3")]
    [InlineData("logeert aan de kerkweg")]
    [InlineData("verblijft op een vakantiepark")]
    [InlineData("zit nu op de Kerkring")]
    public void Names_PlaceOfStay_IsFound(string text) => Assert.True(ResidenceText.Names(text));

    [Theory]
    [InlineData("Zij zit in een patroon van vernedering en geweld")]
    [InlineData("Hij zit in de schulden en loopt vaak weg")]
    [InlineData("Verblijfsvergunning afhankelijk van partner; vernedering, dreiging op de Kerkstraat")]
    [InlineData("Zit op straat en heeft geen inkomen")]
    [InlineData("Zij zit in verwarring, is onderweg van hem los te komen en ziet geen uitweg")]
    [InlineData("Vernedering; zij zit in een kwetsbare positie, ervaring met hulp")]
    [InlineData("de dreiging kwam op de Kerkstraat 3")]
    public void Names_ReportOfViolence_IsNone(string text) => Assert.False(ResidenceText.Names(text));
}
