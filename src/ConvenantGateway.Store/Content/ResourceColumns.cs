using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>The clear columns of a resource as bytes, bound to its ciphertext. Pure.</summary>
internal static class ResourceColumns
{
    /// <summary>All columns that decide who may see a resource.</summary>
    public static byte[] Bound(string register, string source, DataOrigin origin, Guid transaction, string type, string id, int version, long received, string? caseHandle, CategorySet classes) =>
        Encoding.UTF8.GetBytes($"resource\n{register}\n{source}\n{(int)origin}\n{transaction:N}\n{type}\n{id}\n{version}\n{received}\n{caseHandle}\n{classes.Bits}");

    /// <summary>What binds content of another table.</summary>
    public static byte[] Bound(string table, params ReadOnlySpan<string> columns) => Encoding.UTF8.GetBytes($"{table}\n{string.Join('\n', columns!)}");
}
