using System.Collections.Immutable;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConvenantGateway.Policy;

/// <summary>
/// Reads one YAML document into nodes, strictly: no anchors, aliases, tags, directives or second document, no duplicate keys. What is forbidden is reported and
/// reading goes on, so that one run shows everything; text that is no YAML at all ends the file.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxBytes = 1 << 20;
    private const int MaxDepth = 32;

    private readonly string _file;
    private readonly PolicyErrorList _errors;
    private readonly Parser _parser;

    private YamlTree(string file, TextReader text, PolicyErrorList errors)
    {
        _file = file;
        _errors = errors;
        _parser = new Parser(text);
    }

    /// <summary>The root node; null if the file has none, with the errors reported.</summary>
    public static YamlNode? Read(string file, ReadOnlyMemory<byte> bytes, PolicyErrorList errors)
    {
        if (bytes.Length > MaxBytes)
        {
            errors.Add(PolicyErrorCodes.Malformed, Place.Whole(file), "the file is larger than 1 MiB");
            return null;
        }

        try
        {
            using var reader = new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span));
            return new YamlTree(file, reader, errors).Document();
        }
        catch (DecoderFallbackException)
        {
            errors.Add(PolicyErrorCodes.Malformed, Place.Whole(file), "the file is not UTF-8");
        }
        catch (YamlException e)
        {
            var message = e.Message.ReplaceLineEndings(" ").TrimEnd('.');
            errors.Add(PolicyErrorCodes.Malformed, At(file, e.Start), $"not readable as YAML: {char.ToLowerInvariant(message[0])}{message[1..]}");
        }

        catch (InvalidOperationException)
        {
            // The scanner throws it, instead of its own exception, for some texts that are no YAML (a plain scalar that ends in a tab, a document that ends in a directive): fuzzed.
            errors.Add(PolicyErrorCodes.Malformed, Place.Whole(file), "not readable as YAML");
        }

        return null;
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _errors.Add(PolicyErrorCodes.Malformed, Place.Whole(_file), "the file is empty");
            return null;
        }

        var start = _parser.Consume<DocumentStart>();
        if (start.Version is not null || start.Tags?.Count(t => t.Prefix is not ("!" or "tag:yaml.org,2002:")) > 0)
        {
            Forbid(start, "directives");
        }

        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _) && _parser.Accept<DocumentStart>(out var second))
        {
            Forbid(second, "a second document");
        }

        return root;
    }

    private YamlNode? Node(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "nested deeper than 32");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            Forbid(alias, "aliases");
            return null;
        }

        var node = _parser.Consume<NodeEvent>();
        if (!node.Anchor.IsEmpty)
        {
            Forbid(node, "anchors");
        }

        if (!node.Tag.IsEmpty)
        {
            Forbid(node, "tags");
        }

        return node switch
        {
            Scalar scalar => new YamlNode.Scalar(At(_file, scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => Sequence(At(_file, node.Start), depth),
            MappingStart => Mapping(At(_file, node.Start), depth),
            _ => throw new YamlException(node.Start, node.End, "an unexpected node"),
        };
    }

    private YamlNode.Sequence Sequence(Place place, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new YamlNode.Sequence(place, items.ToImmutable());
    }

    private YamlNode.Mapping Mapping(Place place, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlNode.Scalar name)
            {
                _errors.Add(PolicyErrorCodes.WrongShape, key?.Place ?? place, "a key must be one word");
            }
            else if (!seen.Add(name.Value))
            {
                _errors.Add(PolicyErrorCodes.DuplicateKey, name.Place, $"the key `{name.Value}` stands here twice");
            }
            else if (value is not null)
            {
                entries.Add((name, value));
            }
        }

        return new YamlNode.Mapping(place, entries.ToImmutable());
    }

    private void Forbid(ParsingEvent at, string what) =>
        _errors.Add(PolicyErrorCodes.ForbiddenYaml, At(_file, at.Start), $"{what} are not allowed in policy files", "write the value out");

    private static Place At(string file, Mark mark) => new(file, checked((int)mark.Line), checked((int)mark.Column));
}
