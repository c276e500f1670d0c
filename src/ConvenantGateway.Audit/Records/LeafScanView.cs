namespace ConvenantGateway.Audit;

/// <summary>Where the parts of a view stand in a scanned leaf, in bytes from its beginning.</summary>
/// <param name="Viewer">Whose it is.</param>
/// <param name="ViewerLength">Its length.</param>
/// <param name="Ciphertext">The digest of its sealed bytes.</param>
/// <param name="CiphertextLength">Its length.</param>
public readonly record struct LeafScanView(int Viewer, int ViewerLength, int Ciphertext, int CiphertextLength);
