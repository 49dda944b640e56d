# Finds Debian's Halide 14 by its header and library alone: its own CMake package pulls in LLVM 14's, which breaks MLIR 22's.
find_path(Halide_INCLUDE_DIR Halide.h PATH_SUFFIXES halide14)
find_library(Halide_LIBRARY NAMES Halide14 Halide)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Halide REQUIRED_VARS Halide_LIBRARY Halide_INCLUDE_DIR)
if(Halide_FOUND AND NOT TARGET Halide::Halide)
  add_library(Halide::Halide UNKNOWN IMPORTED)
  set_target_properties(Halide::Halide PROPERTIES
    IMPORTED_LOCATION "${Halide_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Halide_INCLUDE_DIR}")
endif()
mark_as_advanced(Halide_INCLUDE_DIR Halide_LIBRARY)
