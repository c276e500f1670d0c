using System.Text;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The filter reads JSON itself: it must accept exactly what a strict parser accepts, in released and in skipped parts alike.</summary>
public sealed class StrictJsonTests
{
    private static ResourceFilter Filter => Strictness.Filter;
    private static FilterScope Everything => Strictness.Everything;

    /// <summary>Values that JSON has or almost has; each is tried where it is skipped, at several depths.</summary>
    public static TheoryData<string> Values { get; } =
    [
        "0", "-0", "-", "01", "1.", ".5", "1.5", "1e5", "1E+5", "1e-", "1e", "+1", "0x1", "1_0", "NaN", "Infinity", "-1.0e-10", "00", "-01", "1.2.3", "1e1.5", "123456789012345678901234567890",
        "true", "false", "null", "True", "tru", "truex", "nul", "nulll", "", " ", "undefined",
        "\"\"", "\"a\"", "\"\\n\"", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\u0000\"", "\"\\\"", "\"a", "'a'", "\"\t\"", "\"\u0001\"", "\"\u007f\"", "\"é€😀\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"",
        "\"\\ud7ff\"", "\"\\ud800\"", "\"\\udbff\"", "\"\\udc00\"", "\"\\udfff\"", "\"\\ue000\"", "\"\\uABCD\"", "\"\\uabcdx\"", "\"\\uaBc9\"", "\"\\u\"", "\"\\u1\"", "\"\\u123\"", "\"\\", "\"\\u", "\"\\u123",
        "\"\\ud800\\udc00\"", "\"\\udbff\\udfff\"", "\"\\ud800\\udbff\"", "\"\\ud800\\ue000\"", "\"\\ud800\\u\"", "\"\\ud800\\n\"", "\"\\ud800xudc00\"", "\"\\ud800\\xdc00\"", "\"\\ud800\\udc0\"", "\"\\u0000\\u001f\"", "\"\\b\\f\\n\\r\\t\\/\\\\\"", "9", "-9", "-1", "90", "1E0", "1e+", "-0.0",
        "\"\\ud83d\\u0041\"", "\"\\ud83dx\"", "\"0123456789012345678901234567890123456789\\\"x\"", "\"01234567890123456789012345678\u0001\"",
        "[]", "[1]", "[1,]", "[,1]", "[1 2]", "[1,2]", "[", "]", "[[]]", "[[]", "[}", "[1}",
        "{}", "{\"a\":1}", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"\\u0061\":1,\"b\":2}", "{\"\":1,\"\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}", "{\"a\":[{\"b\":1,\"c\":2,\"b\":1}]}", "{\"abcdefgh_1_ijklmnop\":1,\"abcdefgh_2_ijklmnop\":2}", "{\"abcdefgh_1_ijklmnop\":1,\"abcdefgh_1_ijklmnop\":2}", "{", "{\"a\":1", "{]", "/*x*/1", "1/*x*/", "//x\n1",
        "\u00a0", "\u000b1", "\ufeff1",
        "{\"a\":{\"b\":[1,\"x\",{\"c\":null,\"d\":[]}]},\"b\":{}}", "{\"a\":{\"b\":[1,\"x\",{\"c\":null,\"c\":[]}]}}", "[{\"a\":1},{\"a\":1}]", "{\"a\":{\"a\":{\"a\":1}}}", "{\"a\":{\"b\":1},\"b\":2,\"a\":3}", "{\"a\":[{\"b\":1}],\"b\":2,\"b\":3}",
        "{\"a\":{},\"b\":[],\"a\":{}}", "{\"a\": {\"b\":1,\"b\":2}}", "{\"a\":{\"b\":1,\"b\":2} }", "[[[1],[2]],[3]]", "[[[1],[2]],[3}", "{\"a\":[1]]", "{\"a\":\"\\u00e9\",\"b\":{\"c\":1,\"c\":2}}", "{\"a\":\"\\q\",\"b\":1}", "[nul]", "[tru,1]", "[-]", "[01]", "[null,null]",
        "{\"a\":1,\"b\":tru}", "{\"a\":[1,2,{\"b\":0x1}]}", "{\"a\":\"x\"\"b\":1}", "{\"a\":{\"\\u0062\":1,\"b\":2}}", "{\"a\":[\"x\",\"y\",]}", "{\"a\":{\"b\":1},}",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Filter_ValueInASkippedPlace_IsJudgedAsAStrictParserDoes(string value)
    {
        foreach (var json in (string[])[$$$$$$"""{"resourceType":"Patient","x":{{{{{{value}}}}}}}""", $$$$$$"""{"x":[{"y":{{{{{{value}}}}}}}],"resourceType":"Patient"}""", $$$$$$"""{"resourceType":"Patient","name":[{"x":{{{{{{value}}}}}} , "family":"a"}]}""", $$$$$$"""{"resourceType":"Claim","x":{{{{{{value}}}}}}}"""])
        {
            Strictness.AssertAgrees(Encoding.UTF8.GetBytes(json));
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Filter_ValueInAReleasedPlace_IsNeverAcceptedIfAStrictParserDoesNot(string value)
    {
        foreach (var json in (string[])[$$$$$$"""{"resourceType":"Patient","active":{{{{{{value}}}}}}}""", $$$$$$"""{"resourceType":"Patient","multipleBirthInteger":{{{{{{value}}}}}},"active":true}""", $$$$$$"""{"resourceType":"Patient","name":[{"family":{{{{{{value}}}}}}}]}""", $$$$$$"""{"resourceType":"Patient","name":[{"given":[{{{{{{value}}}}}}]}]}""", $$$$$$"""{"resourceType":"Patient","communication":[{{{{{{value}}}}}}]}""", $$$$$$"""{"resourceType":"Patient","identifier":[{"system":{{{{{{value}}}}}},"value":{{{{{{value}}}}}}}]}"""])
        {
            Strictness.AssertAgrees(Encoding.UTF8.GetBytes(json));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(130)]
    public void Filter_LastOfManyKeysTwice_IsSeen(int count)
    {
        var keys = string.Join(',', Enumerable.Range(0, count).Select(static i => $"\"k{i}\":{i}"));

        Assert.Null(Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,"x":{{{{{{{keys}}}}}}}}""", Everything).Refusal);
        Assert.Null(Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,{{{{{{keys}}}}}}}""", Everything).Refusal);
        Assert.Equal(FilterErrorCodes.DuplicateKey, Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,"x":{{{{{{{keys}}}}}},"k{{{{{{count - 1}}}}}}":0}}""", Everything).Refusal?.Code);
        Assert.Equal(FilterErrorCodes.DuplicateKey, Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,{{{{{{keys}}}}}},"k{{{{{{count - 1}}}}}}":0}""", Everything).Refusal?.Code);
        Assert.Equal(FilterErrorCodes.DuplicateKey, Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,{{{{{{keys}}}}}},"\u006b0":0}""", Everything).Refusal?.Code);
    }

    /// <summary>Texts end, break off and hold what they may not at every distance from where a block of bytes begins.</summary>
    [Fact]
    public void Filter_TextOfAnyLength_IsReadToItsEndAndNoFurther()
    {
        for (var length = 0; length < 200; length++)
        {
            var text = new string('a', length);
            foreach (var end in (string[])["\"", "\\\"b\"", "\\n\"", "\u001f\"", "\\", ""])
            {
                foreach (var json in (string[])[$$$$"""{"resourceType":"Patient","x":{"k":"{{{{text}}}}{{{{end}}}},"l":"b"}}""", $$$$"""{"resourceType":"Patient","x":["{{{{text}}}}{{{{end}}}}]}""", $$$$"""{"resourceType":"Patient","name":[{"family":"{{{{text}}}}{{{{end}}}}}]}""", $$$$"""{"resourceType":"Patient","x":{"{{{{text}}}}{{{{end}}}}:1}}"""])
                {
                    Strictness.AssertAgrees(Encoding.UTF8.GetBytes(json));
                }
            }
        }
    }

    /// <summary>Whatever is passed over, however deep, and then something loose in it.</summary>
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[{\"a\":", "}]")]
    public void Filter_AnyDepth_IsPassedUpToTheLimit(string open, string close)
    {
        for (var depth = 1; depth < 70; depth++)
        {
            foreach (var inner in (string[])["1", " 1", "{\"b\":1,\"b\":2}", "{\"b\":1,\"c\":2}", ""])
            {
                var nested = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
                Strictness.AssertAgrees(Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient","x":{{nested}},"y":{{nested}} }"""));
            }
        }
    }

    [Fact]
    public void Filter_ManyKeysInOneObject_AreComparedOnce()
    {
        var keys = string.Join(',', Enumerable.Range(0, 600).Select(static i => $"\"abcdefgh{i:D6}ijklmnop\":{i}"));

        Assert.Null(Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,"x":{{{{{{{keys}}}}}}}}""", Everything).Refusal);
        Assert.Equal(FilterErrorCodes.DuplicateKey, Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,"x":{{{{{{{keys}}}}}},"abcdefgh000500ijklmnop":1}}""", Everything).Refusal?.Code);
        Assert.Equal(FilterErrorCodes.DuplicateKey, Filter.Run($$$$$$"""{"resourceType":"Patient","active":true,{{{{{{keys}}}}}},"abcdefgh000599ijklmnop":1}""", Everything).Refusal?.Code);
    }
}
