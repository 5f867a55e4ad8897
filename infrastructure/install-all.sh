#!/usr/bin/env bash
# Installs everything in the AWS account of this shell, and may be run again after any failure.
# Usage: infrastructure/install-all.sh [--stage dev|staging|production]
set -euo pipefail
cd "$(dirname "$0")/.."
exec node infrastructure/cli/run.mjs install "$@"
