#!/usr/bin/env bash
# Sets up what is missing, builds and runs all tests: unit tests, lit suite, examples.
# Further arguments go to lit (--filter=REGEX ...). ADZE_MODELS names the folder of models (default ../shared),
# ADZE_TEST_FULL=1 runs the tests that take long.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")"
source scripts/setup.sh

install_packages "${build_packages[@]}" "${test_packages[@]}"
say "building"
cmake --preset ci -DADZE_BUILD_TESTS=ON >&2
cmake --build --preset ci >&2

say "testing"
log=build/test/lit.log
status=0
# Debian's Python, which has the packages, not another one of the user's.
/usr/bin/python3 /usr/lib/llvm-22/bin/lit -sv --time-tests build/test build/test/unit "$@" 2>&1 | tee "$log" || status=$?
awk '
  $1 == "Passed" || /^ *Expectedly Failed/ || /^ *Passed With Retry/ { split($0, p, ":"); passed += p[2] }
  $1 == "Failed" || /^ *(Unexpectedly Passed|Unresolved|Timed Out)/ { split($0, p, ":"); failed += p[2] }
  /^ *(Unsupported|Skipped|Excluded) *:/ { split($0, p, ":"); skipped += p[2] }
  END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }' "$log"
exit "$status"
