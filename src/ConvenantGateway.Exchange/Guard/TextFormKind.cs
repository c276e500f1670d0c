namespace ConvenantGateway.Exchange;

/// <summary>What a normalized value is. The numbers are stored and never change.</summary>
public enum TextFormKind : byte
{
    /// <summary>Not set.</summary>
    None = 0,

    /// <summary>A postcode: <c>1234AB</c>.</summary>
    Postcode = 1,

    /// <summary>A street and a house number: <c>KERKSTR5</c>.</summary>
    Street = 2,

    /// <summary>A telephone number as <see cref="DutchTelephone"/> writes it.</summary>
    Telephone = 3,

    /// <summary>Nine digits that can be a BSN.</summary>
    Bsn = 4,

    /// <summary>One word of a name.</summary>
    Name = 5,

    /// <summary>A mail address, in capitals.</summary>
    Mail = 6,

    /// <summary>Another number of six digits or more: of a professional, a register.</summary>
    Number = 7,

    /// <summary>Several words run together: the name of a place.</summary>
    Phrase = 8,

    /// <summary>A town, where an address says no more.</summary>
    Town = 9,
}
