namespace ConvenantGateway.Audit;

/// <summary>The names of retention classes in files and records. They never change. Pure; thread safe.</summary>
public static class RetentionClassNames
{
    /// <summary>The name.</summary>
    public static string NameOf(RetentionClass retention) => retention switch
    {
        RetentionClass.Log => "log",
        RetentionClass.Dossier => "dossier",
        _ => throw new ArgumentOutOfRangeException(nameof(retention), retention, "no such class"),
    };

    /// <summary>The class of a name; null for an unknown one.</summary>
    public static RetentionClass? Parse(string? name) => name switch { "log" => RetentionClass.Log, "dossier" => RetentionClass.Dossier, _ => null };

    /// <summary>The class of the values of records of a type.</summary>
    public static RetentionClass Of(RecordType type) => type == RecordType.Token ? RetentionClass.Dossier : RetentionClass.Log;
}
