#!/usr/bin/env bash
# Mutation testing of one project (docs/testing.md): eng/mutate.sh Filter [GLOB...]
# Works in a clone of HEAD beside the tree, so that it can go on while the tree is edited. Reports lie in mutation/.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
project=${1:?a project: Filter or Policy}
shift
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet "$root" "$clone"
cd "$clone/tests/ConvenantGateway.$project.Tests"
dotnet tool restore >/dev/null
globs=()
for glob in "$@"; do globs+=(--mutate "$glob"); done
CONVENANT_MUTATION=true dotnet stryker "${globs[@]}" --output "$root/mutation/$project"
