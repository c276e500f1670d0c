using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>A class rule or a label, ready to be compared with bytes.</summary>
/// <param name="Path">Where its Codings stand.</param>
/// <param name="System">The code system.</param>
/// <param name="Code">The code, or how it begins.</param>
/// <param name="IsPrefix">True for <c>F*</c>.</param>
/// <param name="IsOwnCode">True for <c>*</c>: the code itself is the category.</param>
/// <param name="Category">What it says.</param>
internal readonly record struct CodingRule(int Path, byte[] System, byte[] Code, bool IsPrefix, bool IsOwnCode, CategorySet Category)
{
    /// <summary>Reads the words of a policy file.</summary>
    public static CodingRule Of(int path, string system, string code, CategorySet category)
    {
        var isPrefix = code.Length > 1 && code[^1] == '*';
        return new CodingRule(path, Encoding.UTF8.GetBytes(system), Encoding.UTF8.GetBytes(isPrefix ? code[..^1] : code), isPrefix, code == "*", category);
    }

    /// <summary>True if the rule speaks of this code.</summary>
    public bool Has(ReadOnlySpan<byte> code) => IsPrefix ? code.StartsWith(Code) : code.SequenceEqual(Code);
}
