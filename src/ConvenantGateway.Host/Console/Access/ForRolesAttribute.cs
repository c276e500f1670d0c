using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The roles that may open a page. A page without this attribute opens for nobody.</summary>
/// <param name="roles">The roles; empty: every role but <see cref="OfficerRole.None"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ForRolesAttribute(params OfficerRole[] roles) : Attribute
{
    /// <summary>The roles.</summary>
    public IReadOnlyList<OfficerRole> Roles { get; } = roles;

    /// <summary>True if the role is listed.</summary>
    public bool Admits(OfficerRole role) => role != OfficerRole.None && (Roles.Count == 0 || Roles.Contains(role));
}
