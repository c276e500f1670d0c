using System.Collections.Frozen;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Latin capitals with a diacritic and the letter beneath (Unicode canonical decomposition, and the strokes that have none). A table of our own, because the build is culture
/// invariant and then the framework decomposes nothing but ASCII: two spellings of one name must not depend on how a machine was set up.
/// </summary>
internal static class LatinFolding
{
    private static readonly FrozenDictionary<char, char> Letters = new Dictionary<string, char>
    {
        ["ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"] = 'A',
        ["ḂḄḆ"] = 'B',
        ["ÇĆĈĊČḈ"] = 'C',
        ["ĎĐḊḌḎḐḒ"] = 'D',
        ["ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"] = 'E',
        ["Ḟ"] = 'F',
        ["ĜĞĠĢǦǴḠ"] = 'G',
        ["ĤĦȞḢḤḦḨḪ"] = 'H',
        ["ÌÍÎÏĨĪĬĮİıǏȈȊḬḮỈỊ"] = 'I',
        ["Ĵ"] = 'J',
        ["ĶǨḰḲḴ"] = 'K',
        ["ĹĻĽĿŁḶḸḺḼ"] = 'L',
        ["ḾṀṂ"] = 'M',
        ["ÑŃŅŇǸṄṆṈṊ"] = 'N',
        ["ÒÓÔÕÖØŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"] = 'O',
        ["ṔṖ"] = 'P',
        ["ŔŖŘȐȒṘṚṜṞ"] = 'R',
        ["ŚŜŞŠȘṠṢṤṦṨ"] = 'S',
        ["ŢŤŦȚṪṬṮṰ"] = 'T',
        ["ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"] = 'U',
        ["ṼṾ"] = 'V',
        ["ŴẀẂẄẆẈ"] = 'W',
        ["ẊẌ"] = 'X',
        ["ÝŶŸȲẎỲỴỶỸ"] = 'Y',
        ["ŹŻŽẐẒẔ"] = 'Z',
    }.SelectMany(static p => p.Key.Select(c => KeyValuePair.Create(c, p.Value))).ToFrozenDictionary();

    /// <summary>The letter beneath, or the letter itself.</summary>
    public static char Fold(char capital) => Letters.GetValueOrDefault(capital, capital);
}
