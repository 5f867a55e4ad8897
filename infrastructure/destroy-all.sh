#!/usr/bin/env bash
# Removes everything that install-all.sh has made. Asks first, unless --yes is given.
# Usage: infrastructure/destroy-all.sh --stage dev|staging|production [--yes]
set -euo pipefail
cd "$(dirname "$0")/.."
exec node infrastructure/cli/run.mjs destroy "$@"
