namespace ConvenantGateway.Store.Tests;

/// <summary>Waits for what another thread or process does.</summary>
internal static class TestWait
{
    /// <summary>Returns when it holds; the test's own time limit is the only one.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(20);
        }
    }
}
