#!/usr/bin/env bash
# What the tests in a browser need: Chromium with its driver, and axe-core for accessibility.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-liberation >/dev/null
fi
(cd tests && npm ci --silent --no-audit --no-fund)
