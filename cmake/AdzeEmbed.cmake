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

# adze_add_runtime(flavour TRIPLE triple SOURCES files.c... [FLAGS ...]): C99 files to compile to bitcode for one
# architecture, or a neutral one. Several folders may add to a flavour; adze_embed_runtime makes the rules, because a
# custom command can only be used in the folder that declares it.
function(adze_add_runtime flavour)
  cmake_parse_arguments(ARG "" "TRIPLE" "SOURCES;FLAGS" ${ARGN})
  string(REPLACE ";" " " flags "--target=${ARG_TRIPLE};${ARG_FLAGS}")
  foreach(source IN LISTS ARG_SOURCES)
    get_filename_component(source "${source}" ABSOLUTE)
    set_property(GLOBAL APPEND PROPERTY ADZE_RUNTIME_SOURCES "${flavour}|${flags}|${source}")
  endforeach()
endfunction()

# adze_embed_runtime(out.cpp): compiles what adze_add_runtime collected and embeds it as runtimeBitcodeFiles. Sources are
# named from their folder: no path of the machine gets into the bitcode, whose hash is part of cache keys.
function(adze_embed_runtime output)
  file(GLOB headers CONFIGURE_DEPENDS "${ADZE_RUNTIME_DIR}/*.h" "${ADZE_INCLUDE_DIR}/adze/Runtime/*.h")
  get_property(entries GLOBAL PROPERTY ADZE_RUNTIME_SOURCES)
  foreach(entry IN LISTS entries)
    string(REGEX MATCH "^(.*)[|](.*)[|](.*)$" _ "${entry}")
    set(folder "${CMAKE_BINARY_DIR}/runtime/${CMAKE_MATCH_1}")
    set(flavour "${CMAKE_MATCH_1}")
    set(source "${CMAKE_MATCH_3}")
    separate_arguments(flags UNIX_COMMAND "${CMAKE_MATCH_2}")
    get_filename_component(directory "${source}" DIRECTORY)
    get_filename_component(file "${source}" NAME)
    get_filename_component(name "${source}" NAME_WE)
    file(MAKE_DIRECTORY "${folder}")
    add_custom_command(OUTPUT "${folder}/${name}.bc"
      COMMAND ${ADZE_CLANG} ${flags} -std=c99 -O2 -ffreestanding -fno-builtin -fno-math-errno -fno-ident
        -Wall -Wextra -Werror -I "${ADZE_RUNTIME_DIR}" -I "${ADZE_INCLUDE_DIR}" -c -emit-llvm -o "${folder}/${name}.bc" "${file}"
      WORKING_DIRECTORY "${directory}"
      DEPENDS "${source}" ${headers}
      COMMENT "Runtime bitcode ${flavour}/${name}" VERBATIM)
    list(APPEND files "${flavour}/${name}.bc=${folder}/${name}.bc")
  endforeach()
  adze_embed_files("${output}" runtimeBitcodeFiles ${files})
endfunction()
