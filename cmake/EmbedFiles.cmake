# cmake -DOUTPUT=x.cpp -DSYMBOL=machineModelFiles -DFILES=name=path,... -P EmbedFiles.cmake
# Writes the files as byte arrays and a table of adze::EmbeddedFile.
string(REPLACE "," ";" FILES "${FILES}")
set(text "#include \"adze/Target/EmbeddedFile.h\"\n\nnamespace {\n")
set(table "")
set(index 0)
foreach(entry IN LISTS FILES)
  string(REGEX MATCH "^([^=]*)=(.*)$" _ "${entry}")
  set(name "${CMAKE_MATCH_1}")
  file(READ "${CMAKE_MATCH_2}" hex HEX)
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  string(APPEND text "alignas(16) const unsigned char file${index}[] = {\n${hex}};\n")
  string(APPEND table "    {\"${name}\", file${index}, sizeof(file${index})},\n")
  math(EXPR index "${index} + 1")
endforeach()
string(APPEND text "} // namespace\n\nnamespace adze {\nextern const EmbeddedFile ${SYMBOL}[];\nextern const size_t ${SYMBOL}Count;\n"
  "const EmbeddedFile ${SYMBOL}[] = {\n${table}};\nconst size_t ${SYMBOL}Count = ${index};\n} // namespace adze\n")
file(WRITE "${OUTPUT}" "${text}")
