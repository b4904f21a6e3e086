#!/bin/sh
# Builds the client into dist/ when something it is made of has changed; `build.sh test` runs its tests.
set -eu
cd "$(dirname "$0")"

major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/' || true)
if [ -z "$major" ] || [ "$major" -lt 20 ]; then
  echo "The web client needs Node.js 20 or newer (found: ${major:-none})." >&2
  echo "Install it, or build without the client: mvn -DskipWeb ..." >&2
  exit 1
fi

# node_modules/.package-lock.json is npm's own stamp of the last install.
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi

if [ "${1:-}" = "test" ]; then
  exec npm test --silent
fi

api=../node/src/main/resources/openapi/openapi.yaml
if [ -f dist/index.html ] && [ -z "$(find src public scripts index.html package-lock.json vite.config.ts tsconfig.json "$api" -newer dist/index.html -type f ! -name schema.d.ts | head -1)" ]; then
  echo "web: dist is up to date"
else
  npm run build --silent
fi
