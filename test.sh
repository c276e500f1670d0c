#!/usr/bin/env bash
# Everything a change must pass, on a bare Debian machine with the .NET 10 SDK: install, restore, build, test.
# Ends with the line `N passed, N failed`; exit code 0 only if at least one test ran and none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec </dev/null

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
results=TestResults

# The last line, whatever happened before it.
finish() {
  printf '%d passed, %d failed\n' "$1" "$2"
  [ "$2" -eq 0 ] && [ "$1" -gt 0 ]
  exit
}

die() {
  printf '%s\n' "$1" >&2
  finish 0 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"; else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

# 1. What the tests call besides .NET: the browser of the console tests, PostgreSQL, and the tools of an integrator.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v strace >/dev/null || missing+=(strace)
command -v pgrep >/dev/null || missing+=(procps)
# The server binaries only: the tests make clusters of their own, and none of the system's is made or started.
if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  missing+=(postgresql)
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    as_root sh -c 'mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf' || die 'could not write createcluster.conf'
fi
command -v openssl >/dev/null || missing+=(openssl)
command -v curl >/dev/null || missing+=(curl)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "installing: ${missing[*]}"
  as_root apt-get update -q || die 'apt-get update failed'
  as_root apt-get install -y -q --no-install-recommends "${missing[@]}" || die "could not install ${missing[*]}"
fi
command -v dotnet >/dev/null || die 'the .NET 10 SDK is not on the PATH'

# 2. One build; a warning is an error. The lock files decide the packages, and the tree alone decides the rules:
#    what a user of this machine imports into every build is left out.
rm -rf "$results"
dotnet restore ConvenantGateway.sln --locked-mode -v quiet || die 'the restore failed'
dotnet build ConvenantGateway.sln --no-restore -c "$configuration" -v quiet \
  -p:ImportUserLocationsByWildcardBeforeMicrosoftCommonProps=false || die 'the build failed'

# 3. All tests; the counters come from the reports, not from the text on the screen.
# Tests speak to processes by SIGHUP, which whoever starts this under nohup would have it ignore.
env --default-signal=HUP dotnet test --solution ConvenantGateway.sln --no-build -c "$configuration" --no-progress --no-ansi \
  --report-trx --results-directory "$PWD/$results" --max-parallel-test-modules 2 --timeout 15m
outcome=$?

passed=0 failed=0
count() { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }
# The failed tests of one report, each with its message and trace: last on the screen, where a reader of the end finds them.
failures() {
  awk '
    function shown(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&#xD;/, "", text); gsub(/&amp;/, "\\&", text)
      return text
    }
    /<UnitTestResult / {
      failed = !/ outcome="Passed"/
      if (failed) { name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name); print "FAILED " shown(name) }
    }
    failed && /<ErrorInfo>/ { inside = 1; next }
    /<\/ErrorInfo>/ { inside = 0 }
    inside { gsub(/<\/?(Message|StackTrace)>/, ""); print "  " shown($0) }
  ' "$1" | head -n 400
}
shopt -s nullglob
reports=("$results"/*.trx)
for report in "${reports[@]}"; do failures "$report"; done
for report in "${reports[@]}"; do
  name=$(basename "$report")
  ok=$(count "$report" passed)
  bad=0
  for counter in failed error timeout aborted notExecuted; do
    n=$(count "$report" "$counter")
    bad=$((bad + ${n:-0}))
  done
  printf '%6d passed %4d failed  %s\n' "${ok:-0}" "$bad" "${name%.trx}"
  passed=$((passed + ${ok:-0}))
  failed=$((failed + bad))
done

# 4. A project that crashed, ran nothing or wrote no report is a failure, not an absence.
projects=(tests/*.Tests/*.Tests.csproj)
if [ "${#reports[@]}" -lt "${#projects[@]}" ]; then
  echo "only ${#reports[@]} of ${#projects[@]} test projects reported" >&2
  failed=$((failed + ${#projects[@]} - ${#reports[@]}))
fi
[ "$outcome" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1
finish "$passed" "$failed"
