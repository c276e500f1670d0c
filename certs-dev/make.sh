#!/bin/sh
# Makes (or renews) the certificates of the development world in this directory. Nothing it makes is ever committed.
set -eu
cd "$(dirname "$0")/.."
exec dotnet run --project src/ConvenantGateway.Cli -- certs dev --out certs-dev "$@"
