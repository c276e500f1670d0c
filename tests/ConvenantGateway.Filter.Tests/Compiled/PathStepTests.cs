namespace ConvenantGateway.Filter.Tests;

/// <summary>An element path is read whole or not at all.</summary>
public sealed class PathStepTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("name.family")]
    [InlineData("identifier[system=http://a.b/c].value")]
    [InlineData("telecom[use=home][system=phone]")]
    [InlineData("a[b=c].d[e=f].g")]
    [InlineData("a[b=c=d]")]
    public void ReadAll_Path_IsWrittenAsItWasRead(string path) => Assert.Equal(path, PathStep.Text(PathStep.ReadAll(path)!));

    [Fact]
    public void ReadAll_TwoConditions_KeepTheirOrder()
    {
        var step = Assert.Single(PathStep.ReadAll("telecom[use=home][system=phone]")!);

        Assert.Equal("telecom", step.Name);
        Assert.Equal([new SliceCondition("use", "home"), new SliceCondition("system", "phone")], step.Conditions);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".name")]
    [InlineData("name.")]
    [InlineData("name..family")]
    [InlineData("na me")]
    [InlineData("nameé")]
    [InlineData("[use=home]")]
    [InlineData("name.[use=home]")]
    [InlineData("name[")]
    [InlineData("name[]")]
    [InlineData("name[use]")]
    [InlineData("name[use].family[a=b]")]
    [InlineData("name[=home]")]
    [InlineData("name[use=]")]
    [InlineData("name[use=home")]
    [InlineData("name[use=home]family")]
    [InlineData("name[use=home]]")]
    [InlineData("name]")]
    public void ReadAll_WhatIsNoPath_IsNull(string path) => Assert.Null(PathStep.ReadAll(path));
}
