#!/usr/bin/env bash
# Fuzzes the filter with afl-fuzz: fuzz/run.sh SECONDS [afl-fuzz options]. Findings land in fuzz/out (git-ignored). Needs Debian's afl++ and the .NET 10 SDK.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v afl-fuzz >/dev/null || { echo 'install afl++ first: apt-get install afl++' >&2; exit 1; }

dotnet publish ConvenantGateway.Fuzz -c Release -v quiet -o out/bin -p:PublishSingleFile=false
dotnet tool install SharpFuzz.CommandLine --tool-path out/tools --version 2.3.0 >/dev/null 2>&1 || true
# Instruments the filter alone: what is measured is which of its branches an input reaches.
out/tools/sharpfuzz out/bin/ConvenantGateway.Filter.dll

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
exec afl-fuzz -i "${AFL_SEEDS:-seeds}" -o out/findings -t 5000 -m none -V "$1" "${@:2}" -x json.dict -- dotnet out/bin/ConvenantGateway.Fuzz.dll
