# Shared by quickstart.sh and test.sh: the packages of Debian 12 that are needed, and installing what is missing.
# shellcheck shell=bash

build_packages=(
  cmake ninja-build clang-22 lld-22 llvm-22-dev llvm-22-tools libmlir-22-dev mlir-22-tools libhalide14-0-dev
  libprotobuf-dev protobuf-compiler libonnx-dev llvm-14 libeigen3-dev ccache
)
test_packages=(
  libgtest-dev libgmock-dev libbenchmark-dev python3 python3-numpy python3-onnx libonnx-testdata
  gcc make binutils valgrind qemu-user gcc-aarch64-linux-gnu
)

say() { printf '\n== %s\n' "$*" >&2; }
die() { printf '%s: error: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# install_packages PACKAGE...: only what is missing, by apt.
install_packages() {
  local missing=() package as_root=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || die "these packages of Debian 12 are missing: ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "run as root or with sudo, or install: ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 || die "apt-get could not install them"
}
