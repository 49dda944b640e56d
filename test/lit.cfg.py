"""The lit suite: .mlir files for the dialect and the passes, .test files for programs.

Substitutions: %adze, %adze-check, %adze-opt, %models (ADZE_MODELS), %examples, %cc, %cxx, %python, and lit's own. LLVM's FileCheck,
not, split-file ... are in PATH. Features: see below; `models` means that ADZE_MODELS is there.
"""
import os
import platform
import shutil
import subprocess

import lit.formats

config.name = "Adze"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["unit", "Inputs", "lit.cfg.py", "CMakeLists.txt"]
config.test_source_root = os.path.join(config.source_root, "test")
config.test_exec_root = os.path.join(config.build_root, "test")

models = os.path.abspath(os.environ.get("ADZE_MODELS", os.path.join(config.source_root, "..", "shared")))
config.environment["PATH"] = os.pathsep.join([config.tools_dir, config.llvm_tools_dir, os.environ.get("PATH", "")])
config.environment["ADZE_MODELS"] = models
config.environment["ADZE_CACHE_DIR"] = os.path.join(config.test_exec_root, "cache")
# Messages must not depend on who runs the tests.
config.environment["NO_COLOR"] = "1"
for name in ("ADZE_TEST_FULL", "HOME", "TMPDIR", "CCACHE_DIR"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

# In this order: the first that fits is taken.
config.substitutions += [
    ("%adze-check", os.path.join(config.tools_dir, "adze-check")),
    ("%adze-opt", os.path.join(config.tools_dir, "adze-opt")),
    (r"%adze\b", os.path.join(config.tools_dir, "adze")),
    ("%models", models),
    ("%examples", os.path.join(config.source_root, "python-free-examples")),
    ("%build", config.build_root),
    ("%source", config.source_root),
    ("%cc", config.c_compiler),
    ("%cxx", config.cxx_compiler),
    ("%python", config.python),
]


def has_module(name):
    return subprocess.run([config.python, "-c", "import " + name], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


for tool in ("valgrind", "make", "cmake", "ninja", "readelf", "nm", "qemu-aarch64", "aarch64-linux-gnu-gcc"):
    if shutil.which(tool):
        config.available_features.add(tool)
config.available_features.add("host-" + platform.machine())
for module in ("numpy", "onnx"):
    if has_module(module):
        config.available_features.add("python-" + module)
try:
    with open("/proc/cpuinfo") as file:
        flags = set(file.read().split())
    config.available_features |= {"cpu-" + name for name in ("avx2", "avx512f", "avx512vl") if name in flags}
except OSError:
    pass
if os.environ.get("ADZE_TEST_FULL") == "1":
    config.available_features.add("full")
if os.path.isdir(os.path.join(models, "zoo")) and os.path.isdir(os.path.join(models, "models")):
    config.available_features.add("models")
else:
    lit_config.note("no models in '%s': tests that need them are skipped (ADZE_MODELS names the folder)" % models)
