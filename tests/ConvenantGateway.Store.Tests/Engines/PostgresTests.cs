using ConvenantGateway.Store.Tests.PersonReports;

namespace ConvenantGateway.Store.Tests;

public sealed class PostgresAppendTests : AppendTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresCompanionTests : CompanionTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresCountTests : CountTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresCrashTests : CrashTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresExportTests : ExportTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresKeyTests : KeyTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresPolicySetTests : PolicySetTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresProofTests : ProofTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresRegisterTests : RegisterTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresRelayRecoveryTests : RelayRecoveryTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresTamperTests : TamperTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresVisibilityTests : VisibilityTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresWhereaboutsTests : WhereaboutsTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresErasureTests : Erasing.ErasureTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresStoredReportTests : StoredReportTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresLegalHoldTests : Erasing.LegalHoldTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresGoldenReportTests : GoldenReportTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}

public sealed class PostgresBackupTests : Erasing.BackupTests
{
    private protected override StoreEngine Engine => StoreEngine.Postgres;
}
