#!/usr/bin/env bash
# From a fresh Debian 12 to a network that runs: installs what is missing, builds Adze, compiles a model and runs it.
#   ./quickstart.sh                            ten handwritten digits
#   ./quickstart.sh model.onnx [OPTION...]     your model, with made-up input; options go to adze (--dim batch=1 ...)
set -euo pipefail
case ${1:-} in -h | --help) sed -n '2,4s/^# //p' "$0"; exit 0 ;; esac
model=
if [ $# -gt 0 ]; then
  [ -f "$1" ] || { echo "quickstart.sh: error: $1: no such file" >&2; exit 1; }
  model=$(realpath "$1")
  shift
fi
cd "$(dirname "$(realpath "$0")")"
source scripts/setup.sh

install_packages "${build_packages[@]}"
if [ ! -f build/build.ninja ]; then
  say "configuring"
  # As test.sh configures, so that nothing is built twice.
  cmake --preset ci -DADZE_BUILD_TESTS=OFF >&2
fi
say "building (the first time takes some minutes)"
ninja -C build adze >&2

adze=$PWD/build/bin/adze
out=build/quickstart
mkdir -p "$out"
if [ -n "$model" ]; then
  name=$(basename "${model%.*}")
  say "compiling $model"
  "$adze" compile "$model" "$@" -o "$out/$name.so"
  "$adze" info "$out/$name.so"
  say "running it with made-up input"
  "$adze" run "$out/$name.so" --random
  "$adze" bench "$out/$name.so"
  say "$out/$name.so and $out/$name.h are yours"
else
  say "compiling the digits model"
  "$adze" compile python-free-examples/digits/model.onnx --dim batch=1 -o "$out/digits.a"
  clang-22 -std=c99 -O2 -Wall -I "$out" python-free-examples/digits/draw.c "$out/digits.a" -o "$out/draw"
  say "what the compiled network sees in ten images"
  "$out/draw" python-free-examples/digits/images.npy
  say "$out/digits.a and $out/digits.h: a static library and its header"
fi
