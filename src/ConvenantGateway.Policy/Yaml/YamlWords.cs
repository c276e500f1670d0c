using System.Text.RegularExpressions;

namespace ConvenantGateway.Policy;

/// <summary>What makes a scalar a word: not empty, and not a plain value that another YAML reader would take for a boolean, a number, a date or nothing.</summary>
internal static partial class YamlWords
{
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
        foreach (var item in list.Items)
        {
            if (item is not YamlNode.Scalar scalar)
            {
                errors.Add(PolicyErrorCodes.WrongShape, item.Place, "a word is expected here");
            }
            else if (Typed(scalar, errors) is { } word)
            {
                if (words.Exists(w => string.Equals(w.Value, word.Value, StringComparison.Ordinal)))
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

    [GeneratedRegex(@"^(?:y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?|0x[0-9a-f]+|0o[0-7]+|[0-9]{4}-[0-9]{2}-[0-9]{2}|\.inf|\.nan)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Guessable();
}
