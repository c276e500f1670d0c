namespace ConvenantGateway.Store.Tests;

/// <summary>On what a store stands.</summary>
public enum StoreEngine
{
    Sqlite,
    Postgres,
}
