using System.Text.RegularExpressions;

namespace ConvenantGateway.Policy;

/// <summary>What makes a scalar a word: not empty, and not a plain value that another YAML reader would take for a boolean, a number, a date or nothing.</summary>
internal static partial class YamlWords
{
    private const int MaxCode = 64;

    /// <summary>The scalar if it can only be text; null with an error otherwise.</summary>
    public static YamlNode.Scalar? Typed(YamlNode.Scalar scalar, PolicyErrorList errors)
    {
        if (scalar.Value.Length == 0)
        {
            errors.Add(PolicyErrorCodes.UntypedScalar, scalar.Place, "a value is missing here");
            return null;
        }

        if (scalar.IsPlain && Guessable().IsMatch(scalar.Value))
        {
            errors.Add(PolicyErrorCodes.UntypedScalar, scalar.Place, $"`{scalar.Value}` could be read as something other than text", $"write `\"{scalar.Value}\"`");
            return null;
        }

        return scalar;
    }

    public static IReadOnlyList<YamlNode.Scalar> Many(YamlNode node, PolicyErrorList errors)
    {
        if (node is not YamlNode.Sequence list)
        {
            errors.Add(PolicyErrorCodes.WrongShape, node.Place, "a list is expected here");
            return [];
        }

        var words = new List<YamlNode.Scalar>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not YamlNode.Scalar scalar)
            {
                errors.Add(PolicyErrorCodes.WrongShape, item.Place, "a word is expected here");
            }
            else if (Typed(scalar, errors) is { } word)
            {
                if (!seen.Add(word.Value))
                {
                    errors.Add(PolicyErrorCodes.DuplicateKey, word.Place, $"`{word.Value}` stands in this list twice");
                    continue;
                }

                words.Add(word);
            }
        }

        return words;
    }

    public static bool InList(YamlNode.Scalar word, IReadOnlyCollection<string> known, string what, PolicyErrorList errors)
    {
        if (known.Contains(word.Value, StringComparer.Ordinal))
        {
            return true;
        }

        errors.Add(PolicyErrorCodes.UnknownCode, word.Place, $"`{word.Value}` is not a known {what}", Nearest.Suggest(word.Value, known));
        return false;
    }

    /// <summary>True for a code: capitals, digits and inner hyphens of ASCII, so that no two codes look alike on screen and a kind is a slug in lower case.</summary>
    public static bool IsCode(string text) => text.Length <= MaxCode && Code().IsMatch(text);

    /// <summary>True for the id of a rule: letters, digits, hyphens and points of ASCII.</summary>
    public static bool IsRuleId(string text) => text.Length <= MaxCode && RuleId().IsMatch(text);

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?|0x[0-9a-f]+|0o[0-7]+|[0-9]{4}-[0-9]{2}-[0-9]{2}|\.inf|\.nan)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Guessable();
}
