namespace ConvenantGateway.Host.Connect;

/// <summary>Holds the TLS material in force; a reload that fails keeps the last good one. Thread safe.</summary>
internal sealed class TlsMaterialHolder(TlsOptions options)
{
    private volatile TlsMaterial _current = new(options);

    /// <summary>The material in force.</summary>
    public TlsMaterial Current => _current;

    /// <summary>Reads the files again; nothing is in force yet.</summary>
    public TlsMaterial Read() => new(options);

    /// <summary>Puts material in force.</summary>
    public void Swap(TlsMaterial next) => _current = next;
}
