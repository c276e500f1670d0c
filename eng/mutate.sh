#!/usr/bin/env bash
# Mutation testing of one project (docs/testing.md): eng/mutate.sh Filter [GLOB...]
# Works in a clone of HEAD beside the tree, so that it can go on while the tree is edited. What came of each mutant lies in mutation/.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
project=${1:?a project: Filter or Policy}
shift
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
export CONVENANT_MUTATION=true
git clone --quiet "$root" "$clone/repository"
cd "$clone/repository/tests/ConvenantGateway.$project.Tests"
dotnet tool restore >/dev/null
dotnet build -c Release -v q -m:1 >/dev/null
cp -r bin/Release/net10.0 "$clone/tests"

# Stryker makes the mutants and says which there are; the one test it runs keeps the assembly that holds them all.
find . -name '*.cs' -not -path './obj/*' -delete
cat > KeepTests.cs <<TEST
namespace ConvenantGateway.$project.Tests;

public sealed class KeepTests
{
    [Xunit.Fact]
    public void Assembly_WithAllMutants_IsKept() =>
        System.IO.File.Copy(System.IO.Path.Combine(System.AppContext.BaseDirectory, "ConvenantGateway.$project.dll"), "$clone/mutated.dll", overwrite: true);
}
TEST
globs=()
for glob in "$@"; do globs+=(--mutate "$glob"); done
dotnet stryker "${globs[@]}" --output "$clone/report" >"$clone/stryker.log" || true
cp "$clone/mutated.dll" "$clone/tests/ConvenantGateway.$project.dll"
mkdir -p "$root/mutation/$project"
cp "$clone/report/reports/mutation-report.json" "$root/mutation/$project/mutants.json"
rm -f "$root/mutation/$project/results.tsv"
unset CONVENANT_MUTATION
cd "$root"
dotnet run --file "$root/eng/Mutants.cs" -- "$root/mutation/$project/mutants.json" "$clone/tests/ConvenantGateway.$project.Tests" "$root/mutation/$project/results.tsv" | tee "$root/mutation/$project/score.txt"
