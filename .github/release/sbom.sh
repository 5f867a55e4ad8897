#!/usr/bin/env bash
# Writes the bill of materials (CycloneDX) of what ships to standard output. From a copy without the packages for
# development: of those, `npm sbom --omit dev` leaves out too many, such as next and react.
set -euo pipefail
cd "$(dirname "$0")/../.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp package.json package-lock.json .npmrc "$copy"
cd "$copy"
npm pkg delete devDependencies
npm install --package-lock-only --offline --ignore-scripts --silent
npm sbom --package-lock-only --sbom-format cyclonedx
