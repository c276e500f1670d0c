using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests;

public abstract class PolicySetTests
{
    private protected abstract StoreEngine Engine { get; }

    private const string Covenant = "convenant-2025";

    [Fact]
    public async Task Set_StoredWithItsRecord_ComesBackWhole()
    {
        await using var store = new TemporaryStore(Engine);
        var files = Files(("a.yaml", "one"), ("b.yaml", ""));
        var activation = await ActivateAsync(store, files, "why");
        await store.ReopenAsync();

        var found = Assert.Single(await store.Gateway.PolicySets.ListAsync(Covenant, default));
        Assert.Equal(1, found.Sequence);
        Assert.Equal(activation.Digests, found.Digests);
        Assert.Equal(("beheer", "why", ActivationKind.Activated), (found.By, found.Reason, found.Kind));
        Assert.Equal([A.Ashg, A.Gp], found.Signers);
        Assert.Equal(["changed a.yaml", "newly allowed: none"], found.Difference);
        var back = await store.Gateway.PolicySets.FindAsync(activation.Digests.Set, default);
        Assert.Equal(files.Files.Keys, back!.Files.Keys);
        Assert.Equal("one", A.Text(back.Files["a.yaml"]));
        Assert.Empty(await store.Gateway.PolicySets.ListAsync("another", default));
        Assert.Null(await store.Gateway.PolicySets.FindAsync(new string('0', 64), default));
    }

    [Fact]
    public async Task Set_StoredTwice_SharesItsFiles()
    {
        await using var store = new TemporaryStore(Engine);
        await ActivateAsync(store, Files(("a.yaml", "one"), ("b.yaml", "two")));
        await ActivateAsync(store, Files(("a.yaml", "one"), ("b.yaml", "three")));
        await ActivateAsync(store, Files(("a.yaml", "one"), ("b.yaml", "two")));

        using var connection = store.Connect();
        Assert.Equal(3L, connection.Scalar("SELECT count(*) FROM policy_file"));
        Assert.Equal(3, (await store.Gateway.PolicySets.ListAsync(null, default)).Length);
    }

    [Theory]
    [InlineData("UPDATE policy_file SET bytes = x'00'")]
    [InlineData("DELETE FROM policy_file")]
    [InlineData("UPDATE policy_set_file SET path = 'c.yaml'")]
    [InlineData("DELETE FROM policy_set_file")]
    [InlineData("UPDATE policy_activation SET reason = ''")]
    [InlineData("DELETE FROM policy_activation")]
    public async Task Set_ChangedByMistake_IsRefusedByTheDatabase(string sql)
    {
        await using var store = new TemporaryStore(Engine);
        await ActivateAsync(store, Files(("a.yaml", "one")));
        using var connection = store.Connect();

        Assert.Contains("append only", Assert.ThrowsAny<DbException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TRIGGER policy_file_stays; UPDATE policy_file SET bytes = x'00'")]
    [InlineData("DROP TRIGGER policy_file_stays; UPDATE policy_file SET bytes = CAST(replace(CAST(bytes AS TEXT), 'one', 'onf') AS BLOB)")]
    [InlineData("DROP TRIGGER policy_set_file_stays; UPDATE policy_set_file SET path = 'c.yaml' WHERE path = 'a.yaml'")]
    [InlineData("DROP TRIGGER policy_set_file_kept; DELETE FROM policy_set_file WHERE path = 'a.yaml'")]
    [InlineData("DROP TRIGGER policy_set_file_stays; UPDATE policy_set_file SET file = (SELECT file FROM policy_set_file WHERE path = 'b.yaml')")]
    [InlineData("INSERT INTO policy_set_file SELECT set_digest, 'c.yaml', file FROM policy_set_file WHERE path = 'a.yaml'")]
    public async Task Find_FilesTamperedOnDisk_IsAnError(string sql)
    {
        await using var store = new TemporaryStore(Engine);
        var activation = await ActivateAsync(store, Files(("a.yaml", "one"), ("b.yaml", "two")));
        Assert.NotNull(await store.Gateway.PolicySets.FindAsync(activation.Digests.Set, default));
        using var connection = store.Connect();
        connection.Execute(sql);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.Gateway.PolicySets.FindAsync(activation.Digests.Set, default));
    }

    [Theory]
    [InlineData("set_digest = 'ff'")]
    [InlineData("manifest = 'ff'")]
    [InlineData("covenant = 'modelconvenant-2009'")]
    [InlineData("tx = x'00000000000070008000000000000001'")]
    public async Task List_RowThatItsRecordDoesNotKnow_IsAnError(string change)
    {
        await using var store = new TemporaryStore(Engine);
        await ActivateAsync(store, Files(("a.yaml", "one")));
        using var connection = store.Connect();
        connection.Execute($"DROP TRIGGER policy_activation_stays; UPDATE policy_activation SET {change}");

        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.Gateway.PolicySets.ListAsync(null, default));
        Assert.Throws<InvalidDataException>(() => StoredPolicySets.Open(store.Place));
    }

    [Fact]
    public async Task Set_RecordThatFails_IsNotStored()
    {
        await using var store = new TemporaryStore(Engine);
        var first = await ActivateAsync(store, Files(("a.yaml", "one")));
        var twice = Activation(Files(("a.yaml", "two")), "") with { Transaction = first.Transaction };

        await Assert.ThrowsAnyAsync<Exception>(async () => await store.AppendAsync(Record(twice), new StoreWrites { PolicySet = new PolicySetWrite(Files(("a.yaml", "two")), twice) }));

        Assert.Single(await store.Gateway.PolicySets.ListAsync(null, default));
        Assert.Null(await store.Gateway.PolicySets.FindAsync(twice.Digests.Set, default));
    }

    [Fact]
    public async Task Find_ByManifestAndTime_GivesTheOneInForceThen()
    {
        await using var store = new TemporaryStore(Engine);
        var files = Files(("statute/a.rules.yaml", "one"), ("partners/x.yaml", "x"));
        var other = Files(("statute/a.rules.yaml", "one"), ("partners/x.yaml", "y"));
        var first = await ActivateAsync(store, files);
        var second = await ActivateAsync(store, other, at: A.Noon.AddHours(1));
        Assert.Equal(first.Digests.Manifest, second.Digests.Manifest);
        using var stored = StoredPolicySets.Open(store.Place);

        Assert.Equal(2, stored.Find(first.Digests.Manifest, null, null).Length);
        Assert.Equal(first.Digests.Set, Assert.Single(stored.Find(first.Digests.Manifest, null, A.Noon.AddMinutes(30))).Digests.Set);
        Assert.Equal(second.Digests.Set, Assert.Single(stored.Find(first.Digests.Manifest, Covenant, A.Noon.AddHours(2))).Digests.Set);
        Assert.Equal(second.Digests.Set, Assert.Single(stored.Find(second.Digests.Set[..12], null, null)).Digests.Set);
        Assert.Empty(stored.Find(first.Digests.Manifest, null, A.Noon.AddDays(-1)));
        Assert.Empty(stored.Find(first.Digests.Manifest[..4], null, null));
    }

    [Fact]
    public void Open_NoDatabase_IsFileNotFound() => Assert.Throws<FileNotFoundException>(static () => StoredPolicySets.Open("/does/not/exist"));

    private static async Task<PolicySetActivation> ActivateAsync(TemporaryStore store, PolicyFiles files, string reason = "", DateTimeOffset? at = null)
    {
        var activation = Activation(files, reason) with { At = at ?? A.Noon };
        await store.AppendAsync(Record(activation), new StoreWrites { PolicySet = new PolicySetWrite(files, activation) });
        return activation;
    }

    private static PolicySetActivation Activation(PolicyFiles files, string reason) => new()
    {
        Transaction = Guid.CreateVersion7(),
        At = A.Noon,
        Covenant = Covenant,
        Digests = PolicyDigests.Of(files, Covenant),
        Kind = ActivationKind.Activated,
        By = "beheer",
        Reason = reason,
        Signers = [A.Ashg, A.Gp],
        Difference = ["changed a.yaml", "newly allowed: none"],
    };

    private static ExchangeRecord Record(PolicySetActivation a) => A.Record() with
    {
        Type = RecordType.Activation, Transaction = a.Transaction, Covenant = a.Covenant, PolicyDigest = a.Digests.Manifest, BodyDigest = a.Digests.Set,
    };

    private static PolicyFiles Files(params (string Path, string Text)[] files) =>
        new(files.ToImmutableSortedDictionary(static f => f.Path, static f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));
}
