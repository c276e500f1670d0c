namespace ConvenantGateway.Policy.Tests;

/// <summary>A betrokkene in words.</summary>
internal sealed record YamlPerson(List<string> Roles, HashSet<string> Consent, List<string> Labels);
