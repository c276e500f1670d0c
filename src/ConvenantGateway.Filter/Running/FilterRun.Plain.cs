using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>The straight road: listed and released texts in compact JSON, which are most of FHIR, are copied here, with everything in registers.</summary>
internal ref partial struct FilterRun
{
    /// <summary>Copies plain texts up to the next property that wants a decision, and reads its key.</summary>
    /// <param name="shape">The object.</param>
    /// <param name="seen">The listed names so far.</param>
    /// <param name="state">How far the walk is.</param>
    /// <param name="element">The element; null if the name is not listed in R4, or escaped.</param>
    /// <param name="key">The number of its name.</param>
    /// <returns>True for a key, the cursor at its value; false at the end of the object or for a fault.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextProperty(ObjectShape shape, scoped Span<ulong> seen, ref ObjectState state, out ElementShape? element, out ulong key)
    {
        var input = _input;
        var at = _cursor.At;
        ElementShape? found;
        while (true)
        {
            var start = state.IsBegun ? at + 2 : at + 1;
            if (start >= input.Length || input[start - 1] != (byte)'"' || (state.IsBegun && input[at] != (byte)','))
            {
                break;
            }

            var end = _cursor.Special(start);
            if (end + 2 >= input.Length || BinaryPrimitives.ReadUInt16LittleEndian(input[end..]) != JsonCursor.QuoteColon || input[end + 2] <= (byte)' ')
            {
                break;
            }

            var name = input[start..end];
            found = shape.Find(name, out key);
            if (found is { IsPlainText: true } && input[end + 2] == (byte)'"' && Allows(found.Required))
            {
                var close = _cursor.Special(end + 3);
                ref var word = ref seen[found.Index >> 6];
                var bit = 1UL << (found.Index & 63);
                if (close < input.Length && input[close] == (byte)'"' && (word & bit) == 0)
                {
                    word |= bit;
                    _output.Copy(state.Any ? at : start - 1, close + 1);
                    state.Any = state.IsBegun = true;
                    state.KeptMasks |= found.MaskBit;
                    at = close + 1;
                    continue;
                }
            }

            // Another kind; or an escape, a fault or a second time, and the plain way finds out which.
            _cursor.StandAtValue(at, start, end);
            state.IsBegun = true;
            element = found;
            return true;
        }

        _cursor.At = at;
        element = null;
        key = 0;
        if (!_cursor.NextKey(!state.IsBegun))
        {
            return false;
        }

        state.IsBegun = true;
        found = shape.Find(_cursor.Text, out key);
        element = _cursor.IsEscaped ? null : found;
        return true;
    }
}
