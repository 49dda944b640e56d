# What `cmake --install` puts beside the programs: the C ABI's header and the CMake package, which also works from the
# build folder (-DAdze_DIR=<build>/cmake).
include(CMakePackageConfigHelpers)

write_basic_package_version_file("${CMAKE_BINARY_DIR}/cmake/AdzeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
set(ADZE_EXECUTABLE bin/adze)
configure_package_config_file("${CMAKE_SOURCE_DIR}/cmake/AdzeConfig.cmake.in"
  "${CMAKE_BINARY_DIR}/cmake/installed/AdzeConfig.cmake"
  INSTALL_DESTINATION lib/cmake/Adze PATH_VARS ADZE_EXECUTABLE)
set(ADZE_EXECUTABLE "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/adze")
configure_package_config_file("${CMAKE_SOURCE_DIR}/cmake/AdzeConfig.cmake.in" "${CMAKE_BINARY_DIR}/cmake/AdzeConfig.cmake"
  INSTALL_PREFIX "${CMAKE_BINARY_DIR}" INSTALL_DESTINATION cmake PATH_VARS ADZE_EXECUTABLE)

install(FILES "${CMAKE_BINARY_DIR}/cmake/installed/AdzeConfig.cmake" "${CMAKE_BINARY_DIR}/cmake/AdzeConfigVersion.cmake"
  DESTINATION lib/cmake/Adze)
install(FILES "${CMAKE_SOURCE_DIR}/include/adze/Runtime/adze.h" DESTINATION include/adze/Runtime)
