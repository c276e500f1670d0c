using CsCheck;

namespace ConvenantGateway.Exchange.Tests.Persons;

public class PersonHandlesTests
{
    private static readonly PersonHandles Handles = new(new byte[32]);

    [Theory]
    [InlineData("van der Bérg", "Anna", "Van Der Berg", "A.")]
    [InlineData("JANSEN", "anna", "Jansen", "Annelies")]
    public void HandleOf_SamePersonWrittenOtherwise_IsTheSame(string family, string given, string otherFamily, string otherGiven) =>
        Assert.Equal(Handle(family, given, "1980-01-01", "female"), Handle(otherFamily, otherGiven, "1980-01-01", "female"));

    [Theory]
    [InlineData("Jansen", "Anna", "1980-01-02", "female")]
    [InlineData("Jansen", "Anna", "1980-01-01", "male")]
    [InlineData("Jansen", "Bea", "1980-01-01", "female")]
    [InlineData("Janssen", "Anna", "1980-01-01", "female")]
    public void HandleOf_OneFactOther_IsAnother(string family, string given, string birthDate, string gender) =>
        Assert.NotEqual(Handle("Jansen", "Anna", "1980-01-01", "female"), Handle(family, given, birthDate, gender));

    [Theory]
    [InlineData("", "1980-01-01")]
    [InlineData("123", "1980-01-01")]
    [InlineData("Jansen", "1980")]
    [InlineData("Jansen", "1980-13-01")]
    [InlineData("Jansen", null)]
    public void HandleOf_TooLittleKnown_IsNobody(string family, string? birthDate) => Assert.Null(Handle(family, "Anna", birthDate, "female"));

    [Fact]
    public void HandleOf_OtherRegionKey_IsAnother()
    {
        var other = new PersonHandles(Enumerable.Repeat((byte)1, 32).ToArray());
        var traits = new PersonTraits("Jansen", "Anna", "1980-01-01", "female", null);
        Assert.NotEqual(Handles.HandleOf(traits), other.HandleOf(traits));
    }

    [Fact]
    public void Normalize_AnyText_IsItsOwnNormalForm() =>
        Gen.String.Sample(static text =>
        {
            if (text.Any(char.IsSurrogate))
            {
                return;
            }

            var once = NameNormalization.Normalize(text);
            Assert.Equal(once, NameNormalization.Normalize(once));
        });

    [Fact]
    public void ToString_OfTraits_NamesNobody() => Assert.DoesNotContain("Jansen", new PersonTraits("Jansen", "Anna", "1980-01-01", "female", null).ToString(), StringComparison.Ordinal);

    private static PersonHandle? Handle(string family, string given, string? birthDate, string gender) => Handles.HandleOf(new PersonTraits(family, given, birthDate, gender, null));
}
