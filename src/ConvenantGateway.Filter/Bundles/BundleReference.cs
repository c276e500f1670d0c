namespace ConvenantGateway.Filter;

/// <summary>One <c>Reference.reference</c> of an entry.</summary>
/// <param name="Element">The element directly in the resource under which it stands, e.g. <c>subject</c>.</param>
/// <param name="Target">The text, as it stands.</param>
/// <param name="IsEscaped">True if the text holds an escape: it then points nowhere.</param>
/// <param name="Entry">The entry that it points to; -1 for none of this Bundle.</param>
public readonly record struct BundleReference(TextSpan Element, TextSpan Target, bool IsEscaped, int Entry);
