using System.Buffers;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit.Tests.Records;

public sealed class ViewSealerTests
{
    private static readonly SpanAction<byte, object?> Random = static (bytes, _) => RandomNumberGenerator.Fill(bytes);
    private readonly FixedKeys _keys = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Open_WhatWasSealed_GivesValuesThatTheLeafCommitsTo(int persons)
    {
        var sealer = new ViewSealer(_keys);
        var view = A.View("ashg-noord", ("level", "L1"), ("actor", "x")) with { Persons = [.. Enumerable.Range(1, persons).Select(static i => (ReadOnlyMemory<byte>)Enumerable.Repeat((byte)i, 32).ToArray())] };

        var (leaf, stored) = sealer.Seal(view, RetentionClass.Log, Random);
        var opened = sealer.Open("ashg-noord", stored.Envelope)!;

        Assert.Equal(leaf.Commitments, opened.Values.Select(static v => LeafCommitment.To(v.Salt.Span, v.Field, v.Value)));
        Assert.Equal(leaf.Ciphertext, Convert.ToHexStringLower(SHA256.HashData(stored.Envelope.Span)));
        Assert.Equal(persons, opened.Persons.Length);
        Assert.Equal(persons, stored.Persons.Count);
        Assert.All(Enumerable.Range(0, persons), i => Assert.True(stored.Persons[i].Span.SequenceEqual(sealer.Blind("ashg-noord", view.Persons[i].Span))));
    }

    [Fact]
    public void Open_AnyFlippedBit_IsRefused()
    {
        var sealer = new ViewSealer(_keys);
        var (_, stored) = sealer.Seal(A.View("ashg-noord", ("level", "L1")) with { Persons = [new byte[32]] }, RetentionClass.Log, Random);
        var bytes = stored.Envelope.ToArray();
        for (var bit = 8; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<SystemException>(() => sealer.Open("ashg-noord", bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.NotNull(sealer.Open("ashg-noord", bytes));
    }

    [Fact]
    public void Open_ForAnotherViewer_IsRefused()
    {
        var sealer = new ViewSealer(_keys);
        var (_, stored) = sealer.Seal(A.View("ashg-noord", ("level", "L1")), RetentionClass.Log, Random);

        Assert.Throws<InvalidDataException>(() => sealer.Open("ziekenhuis-noord", stored.Envelope));
    }

    [Fact]
    public void Open_OneOfTwoKeysDestroyed_GivesNothing()
    {
        var sealer = new ViewSealer(_keys);
        var view = A.View("ashg-noord", ("level", "L1")) with { Persons = [new byte[32], Enumerable.Repeat((byte)1, 32).ToArray()] };
        var (_, stored) = sealer.Seal(view, RetentionClass.Log, Random);
        _keys.Destroyed.Add(Convert.ToHexString(stored.Persons[1].Span));

        Assert.Null(sealer.Open("ashg-noord", stored.Envelope));
    }
}
