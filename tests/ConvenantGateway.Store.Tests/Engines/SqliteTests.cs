using ConvenantGateway.Store.Tests.PersonReports;

namespace ConvenantGateway.Store.Tests;

public sealed class SqliteAppendTests : AppendTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteCompanionTests : CompanionTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteCountTests : CountTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteCrashTests : CrashTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteExportTests : ExportTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteKeyTests : KeyTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqlitePolicySetTests : PolicySetTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteProofTests : ProofTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteRegisterTests : RegisterTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteRelayRecoveryTests : RelayRecoveryTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteTamperTests : TamperTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteVisibilityTests : VisibilityTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteWhereaboutsTests : WhereaboutsTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteErasureTests : Erasing.ErasureTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteStoredReportTests : StoredReportTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteLegalHoldTests : Erasing.LegalHoldTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteGoldenReportTests : GoldenReportTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}

public sealed class SqliteBackupTests : Erasing.BackupTests
{
    private protected override StoreEngine Engine => StoreEngine.Sqlite;
}
