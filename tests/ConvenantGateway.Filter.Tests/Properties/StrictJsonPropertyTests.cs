using System.Text;
using CsCheck;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The same promise as <see cref="StrictJsonTests" />, on damage that nobody thought of.</summary>
[Trait("Mutants", "last")]
public sealed class StrictJsonPropertyTests
{
    [Fact]
    public void Filter_AnyDamage_IsJudgedAsAStrictParserDoes() => Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 4]).Sample(
        static (seed, changes) =>
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(new RandomResource(random).Make("Patient").ToJsonString());
            ReadOnlySpan<byte> tempting = "\"\\{}[],: \t\n/u0e.-+tfn1'\0"u8;
            for (var i = 0; i < changes; i++)
            {
                bytes[random.Next(bytes.Length)] = tempting[random.Next(tempting.Length)];
            }

            Strictness.AssertAgrees(bytes);
        },
        iter: 3000 / Sampling.OneOf);
}
