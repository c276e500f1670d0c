using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Conventions.Tests.Shape;

/// <summary>How a type is named, closed and made.</summary>
public sealed partial class TypeTests
{
    [Fact]
    public void Class_WithoutHeirs_IsSealed()
    {
        var all = ProductAssemblies.Types.ToArray();
        var parents = all.Select(Generic).Where(type => type is not null).ToHashSet();
        var open = all
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !parents.Contains(type))
            .Select(type => type.FullName);
        Assert.Empty(open);

        static Type? Generic(Type type) => type.BaseType is { IsGenericType: true } parent ? parent.GetGenericTypeDefinition() : type.BaseType;
    }

    [Fact]
    public void Type_Name_SaysWhatItIs()
    {
        var vague = ProductAssemblies.Types.Where(type => Vague().IsMatch(Bare(type)) || Bare(type) == "Subject").Select(type => type.FullName);
        Assert.Empty(vague);
    }

    [Fact]
    public void Method_ThatIsAwaited_EndsInAsync()
    {
        var unnamed = Methods()
            .Where(method => IsAwaitable(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsPrescribed(method))
            .Select(Describe);
        var misnamed = Methods()
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAwaitable(method.ReturnType))
            .Select(Describe);
        Assert.Empty(unnamed);
        Assert.Empty(misnamed);
    }

    [Fact]
    public void Method_Async_NeverReturnsVoid()
    {
        var lost = Methods().Where(method => method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null).Select(Describe);
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData(typeof(FilteredBody))]
    [InlineData(typeof(GuardedBody))]
    [InlineData(typeof(AuditReceipt))]
    [InlineData(typeof(ReleasableBody))]
    public void ProofType_Constructors_AreClosed(Type proof)
    {
        Assert.True(proof.IsSealed || proof.IsAbstract);
        Assert.DoesNotContain(
            proof.GetConstructors(ProductAssemblies.Declared),
            constructor => !constructor.IsStatic && (constructor.IsPublic || (!proof.IsSealed && (constructor.IsFamily || constructor.IsFamilyOrAssembly) && !IsCopy(constructor))));

        // The compiler gives an abstract record a protected copy constructor; it can only copy what exists.
        static bool IsCopy(ConstructorInfo constructor) =>
            constructor.GetParameters() is [{ ParameterType: var only }] && only == constructor.DeclaringType;
    }

    [Fact]
    public void Default_OfWhatDecides_IsTheSafeOne()
    {
        Assert.Equal(Verdict.Deny, default);
        Assert.Equal(RecordType.None, default);
        Assert.Equal("Deny", Enum.GetName(default(Verdict)));
    }

    [Fact]
    public void Internals_ShownToOthers_AreTestsAndListedFriends()
    {
        // The composition root composes refusals; nothing else may make what another project proves.
        string[] friends = ["Exchange → Host"];
        var shown = ProductAssemblies.All.SelectMany(assembly => assembly.GetCustomAttributes<InternalsVisibleToAttribute>()
            .Select(friend => (Project: Short(assembly.GetName().Name!), Friend: Short(friend.AssemblyName))))
            .Where(pair => !pair.Friend.EndsWith(".Tests", StringComparison.Ordinal) && pair.Friend is not ("Testing" or "Benchmarks" or "LeakyHost"))
            .Select(pair => $"{pair.Project} → {pair.Friend}")
            .Except(friends, StringComparer.Ordinal);
        Assert.Empty(shown);

        static string Short(string name) => name.Replace("ConvenantGateway.", string.Empty, StringComparison.Ordinal);
    }

    private static IEnumerable<MethodInfo> Methods() =>
        ProductAssemblies.Types
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(ProductAssemblies.Declared))
            .Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal) && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    private static bool IsAwaitable(Type type)
    {
        var bare = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return bare == typeof(Task) || bare == typeof(Task<>) || bare == typeof(ValueTask) || bare == typeof(ValueTask<>) || bare == typeof(IAsyncEnumerable<>);
    }

    /// <summary>A name that somebody else gave: an override, or a member of an interface from elsewhere.</summary>
    private static bool IsPrescribed(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (method.GetBaseDefinition() != method || method.Name.Contains('.', StringComparison.Ordinal))
        {
            return true;
        }

        return !type.IsInterface && type.GetInterfaces()
            .Where(contract => contract.Assembly != type.Assembly)
            .Any(contract => type.GetInterfaceMap(contract).TargetMethods.Contains(method));
    }

    private static string Describe(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    private static string Bare(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Service|Data|Info|Base)$")]
    private static partial Regex Vague();
}
