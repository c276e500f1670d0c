namespace ConvenantGateway.Filter;

/// <summary>A JSON property as the filter knows it in one place of one type. Immutable once compiled.</summary>
internal sealed class ElementShape
{
    /// <summary>The JSON name in UTF-8.</summary>
    public required byte[] Name
    {
        get;
        init
        {
            field = value;
            (First, Last, Length) = NameKey.Of(value);
        }
    }

    /// <summary>The key of the name (<see cref="NameKey"/>), in fields of its own: it is compared for every property that passes.</summary>
    public ulong First { get; private init; }

    /// <inheritdoc cref="First"/>
    public ulong Last { get; private init; }

    /// <inheritdoc cref="First"/>
    public int Length { get; private init; }

    /// <summary>What to do.</summary>
    public required ElementForm Form { get; init; }

    /// <summary>What must be released (<see cref="Requirement"/>).</summary>
    public required uint Required { get; init; }

    /// <summary>The number under which a cut is counted.</summary>
    public required int CutId { get; init; }

    /// <summary>Position in the type, for the test on duplicates.</summary>
    public required int Index { get; init; }

    /// <summary>True if nothing inside it can stay where it may not itself.</summary>
    public bool IsUniform { get; init; }

    /// <summary>True if one look at its category cuts all of it: it is uniform, has no slice and no pair.</summary>
    public bool CutsAtOnce { get; private set; }

    /// <summary>A JSON array.</summary>
    public bool IsArray { get; init; }

    /// <summary>Is-modifier.</summary>
    public bool IsModifier { get; init; }

    /// <summary>Where the gateway's own tag is written.</summary>
    public ElementPlace Place { get; init; }

    /// <summary>The JSON form of a primitive.</summary>
    public TypeForm Token { get; init; }

    /// <summary>0 to 63: the mask to write if a mandatory element was cut, shared with its <c>_x</c>; -1 if it has none.</summary>
    public int Mask { get; init; } = -1;

    /// <summary>The mask as a bit; 0 if it has none.</summary>
    public ulong MaskBit { get; private set; }

    /// <summary>True if nothing but its category decides on it, and it is one text.</summary>
    public bool IsPlainText { get; private set; }

    /// <summary>For complex elements and siblings: what is in it; null if nothing in it can stay.</summary>
    public ObjectShape? Inside { get; init; }

    /// <summary>For a Reference: what must be released if it names the subject; <see cref="Requirement.Never"/> if that makes no difference.</summary>
    public uint SubjectRequired { get; init; } = Requirement.Never;

    /// <summary>For a Reference: what is in it if it names the subject.</summary>
    public ObjectShape? SubjectInside { get; init; }

    /// <summary>Slices.</summary>
    public SliceSet Slices { get; init; } = SliceSet.None;

    /// <summary>For a primitive or its sibling: the other of the two; null if no extension of it is listed.</summary>
    public ElementShape? Pair { get; set; }

    /// <summary>Works out what the walk asks often; called once, by the compiler.</summary>
    public void Seal()
    {
        MaskBit = Mask >= 0 ? 1UL << Mask : 0;
        CutsAtOnce = IsUniform && Slices.IsEmpty && Pair is null && SubjectInside is null;
        IsPlainText = Form == ElementForm.Primitive && Token == TypeForm.Text && !IsArray && Pair is null;
    }
}
