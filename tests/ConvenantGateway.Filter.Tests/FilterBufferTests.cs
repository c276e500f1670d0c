using System.Text;

namespace ConvenantGateway.Filter.Tests;

/// <summary>What the buffer held was personal data: nothing of it stays behind, and it never holds more than it may.</summary>
public sealed class FilterBufferTests
{
    private const string Patient = """{"resourceType":"Patient","active":true,"name":[{"family":"Bakker"}]}""";

    private static readonly ResourceFilter Filter = Lines.Filter(Lines.Of("Patient", "active structure", "name D01"));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Filter_BufferOfExactlyThatSize_IsEnough(int more, bool isEnough)
    {
        using var buffer = new FilterBuffer(Patient.Length + more);
        var pass = Filter.Filter(Encoding.UTF8.GetBytes(Patient), Lines.Scope("D01"), buffer);

        Assert.Equal(isEnough, pass.IsKept);
        Assert.Equal(isEnough ? null : FilterErrorCodes.TooLarge, pass.Refusal?.Code);
        Assert.Equal(isEnough ? Patient : "", Encoding.UTF8.GetString(buffer.Written));
    }

    [Fact]
    public void Filter_SecondResource_StandsBehindTheFirst()
    {
        using var buffer = new FilterBuffer();
        Filter.Filter(Encoding.UTF8.GetBytes(Patient), Lines.Scope("D01"), buffer);
        var first = buffer.Bytes;
        for (var i = 0; i < 100; i++)
        {
            var pass = Filter.Filter(Encoding.UTF8.GetBytes(Patient), Lines.Scope("D01"), buffer);
            Assert.Equal((Patient.Length * (i + 1), Patient.Length), (pass.Start, pass.Length));
        }

        Assert.Equal(string.Concat(Enumerable.Repeat(Patient, 101)), Encoding.UTF8.GetString(buffer.Written));
        Assert.NotSame(first, buffer.Bytes);
        Assert.DoesNotContain("Bakker", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
    }

    [Fact]
    public void Clear_WhatWasWrittenAndTakenBack_IsGone()
    {
        using var buffer = new FilterBuffer();
        Filter.Filter(Encoding.UTF8.GetBytes(Patient), Lines.Scope("D01"), buffer);

        // The name is written before its modifier falls, and taken back.
        Filter.Filter("""{"resourceType":"Patient","name":[{"family":"Verborgen","given":["X","Y","Z"],"prefix":["een lange","en nog een"]}],"active":true,"deceasedBoolean":true}"""u8, Lines.Scope("D01"), buffer);
        var bytes = buffer.Bytes;
        buffer.Clear();

        Assert.Same(bytes, buffer.Bytes);
        Assert.Equal((0, 0), (buffer.Length, buffer.Used));
        Assert.DoesNotContain("Bakker", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Verborgen", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Empty(buffer.Withheld);
        Assert.Empty(buffer.WithheldOfBundle);
    }

    [Fact]
    public void Dispose_Memory_IsClearedAndGivenBack()
    {
        var buffer = new FilterBuffer();
        Filter.Filter(Encoding.UTF8.GetBytes(Patient), Lines.Scope("D01"), buffer);
        var bytes = buffer.Bytes;
        buffer.Dispose();

        Assert.Empty(buffer.Bytes);
        Assert.DoesNotContain("Bakker", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(Patient.Length, Filter.Filter(Encoding.UTF8.GetBytes(Patient), Lines.Scope("D01"), buffer).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Constructor_RoomForNothing_Throws(int mostBytes) => Assert.Throws<ArgumentOutOfRangeException>(() => new FilterBuffer(mostBytes));

    [Fact]
    public void Filter_NoBuffer_Throws() => Assert.Throws<ArgumentNullException>(static () => Filter.Filter("{}"u8, Lines.Scope("D01"), null!));
}
