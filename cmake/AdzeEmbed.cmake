# Files of targets/ that go into the compiler: machine models as they are, C helpers as bitcode.
set(ADZE_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/EmbedFiles.cmake")

# adze_embed_files(out.cpp symbol name=path...): generates a table of adze::EmbeddedFile named symbol, and symbolCount.
function(adze_embed_files output symbol)
  set(paths "")
  foreach(entry IN LISTS ARGN)
    string(REGEX REPLACE "^[^=]*=" "" path "${entry}")
    list(APPEND paths "${path}")
  endforeach()
  string(REPLACE ";" "," files "${ARGN}")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DSYMBOL=${symbol} "-DFILES=${files}" -P "${ADZE_EMBED_SCRIPT}"
    DEPENDS ${paths} "${ADZE_EMBED_SCRIPT}"
    COMMENT "Embedding ${symbol}" VERBATIM)
endfunction()

# adze_add_machine_models(isa): models/*.json of the current folder.
function(adze_add_machine_models isa)
  file(GLOB models CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/models/*.json")
  list(SORT models)
  foreach(model IN LISTS models)
    get_filename_component(name "${model}" NAME)
    set_property(GLOBAL APPEND PROPERTY ADZE_MACHINE_MODELS "${isa}/models/${name}=${model}")
  endforeach()
endfunction()

# adze_add_runtime(flavour TRIPLE triple SOURCES files.c... [FLAGS ...]): bitcode of C99 files for one architecture, or
# a neutral one. Several folders may add to a flavour. Sources are named from their folder: no path of the machine gets
# into the bitcode, whose hash is part of cache keys.
function(adze_add_runtime flavour)
  cmake_parse_arguments(ARG "" "TRIPLE" "SOURCES;FLAGS" ${ARGN})
  file(GLOB headers CONFIGURE_DEPENDS "${ADZE_RUNTIME_DIR}/*.h")
  set(folder "${CMAKE_BINARY_DIR}/runtime/${flavour}")
  file(MAKE_DIRECTORY "${folder}")
  foreach(source IN LISTS ARG_SOURCES)
    get_filename_component(source "${source}" ABSOLUTE)
    get_filename_component(directory "${source}" DIRECTORY)
    get_filename_component(file "${source}" NAME)
    get_filename_component(name "${source}" NAME_WE)
    add_custom_command(OUTPUT "${folder}/${name}.bc"
      COMMAND ${ADZE_CLANG} --target=${ARG_TRIPLE} ${ARG_FLAGS} -std=c99 -O2 -ffreestanding -fno-builtin
        -fno-math-errno -fno-ident -Wall -Wextra -Werror -I "${ADZE_RUNTIME_DIR}"
        -c -emit-llvm -o "${folder}/${name}.bc" "${file}"
      WORKING_DIRECTORY "${directory}"
      DEPENDS "${source}" ${headers}
      COMMENT "Runtime bitcode ${flavour}/${name}" VERBATIM)
    set_property(GLOBAL APPEND PROPERTY ADZE_RUNTIME_BITCODE "${flavour}/${name}.bc=${folder}/${name}.bc")
  endforeach()
endfunction()
