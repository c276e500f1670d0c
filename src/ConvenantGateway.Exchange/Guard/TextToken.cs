namespace ConvenantGateway.Exchange;

/// <summary>A run of letters or of digits in a text.</summary>
/// <param name="Text">Letters folded to capitals without diacritics, or digits.</param>
/// <param name="IsNumber">True for digits.</param>
/// <param name="IsJoined">True if nothing but separators of a number (space, dot, hyphen, slash, bracket, plus), at most three, stands between it and the token before.</param>
/// <param name="IsCapital">True if it begins with a capital.</param>
internal readonly record struct TextToken(string Text, bool IsNumber, bool IsJoined, bool IsCapital);
