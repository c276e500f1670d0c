#!/usr/bin/env bash
# Mutation testing of one project (docs/testing.md): eng/mutate.sh Filter [GLOB...], eng/mutate.sh Policy SET [GLOB...]
# Works in a clone of HEAD beside the tree, so that it can go on while the tree is edited. Reports lie in mutation/.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
project=${1:?a project: Filter or Policy}
shift
output=$project
if [[ $project == Policy ]]; then
  # Policy's tests load policies: each set has the tests that speak of its folders, and no others.
  set=${1:?a set of folders of Policy: Loading, Wegwijzer, Deciding, Comparing, Signing, Proving or Schemas}
  shift
  case $set in
    Loading) folders='Loading Yaml Rules' ;;
    Wegwijzer) folders='Wegwijzer' ;;
    Schemas) folders='Schemas' ;;
    Deciding) folders='Decisions Compiling Codes Cases Matrix Explaining Snapshots' ;;
    Comparing) folders='Comparing' ;;
    Signing) folders='Signatures Activating' ;;
    Proving) folders='Proving' ;;
    *) echo "no set of Policy: $set" >&2; exit 1 ;;
  esac
  export CONVENANT_MUTATION_SET=$set
  output=Policy-$set
  if [[ $# -eq 0 ]]; then
    for folder in $folders; do set -- "$@" "**/$folder/*.cs"; done
  fi
fi
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet "$root" "$clone"
cd "$clone/tests/ConvenantGateway.$project.Tests"
dotnet tool restore >/dev/null
globs=()
for glob in "$@"; do globs+=(--mutate "$glob"); done
CONVENANT_MUTATION=true dotnet stryker "${globs[@]}" --output "$root/mutation/$output"
