// RUN: not %adze-check --interpret %s 2>&1 | FileCheck %s
// RUN: not %adze-check --interpret --function=none %s 2>&1 | FileCheck %s --check-prefix=NONE

// NONE: error: no function @none
// CHECK: error: has neither arguments nor checks: nothing to test
func.func @nothing() {
  return
}
