//===- Example.h - An artifact for the tests ------------------------------===//

#ifndef ADZE_TEST_UNIT_PACKAGE_EXAMPLE_H
#define ADZE_TEST_UNIT_PACKAGE_EXAMPLE_H

#include "adze/Codegen/Package/Artifact.h"

inline adze::ArtifactInfo makeExample() {
  adze::ArtifactInfo info;
  info.name = "net";
  info.producer = "adze 0.0.0";
  info.target = "host";
  info.triple = "x86_64-unknown-linux-gnu";
  info.sourceHash = std::string(64, 'a');
  info.parameters = 12;
  adze::FunctionInfo function;
  function.name = "main";
  // Two names that differ only in what C does not allow.
  function.inputs = {{"image", adze::ElementType::F32, {1, 1, 2, 2}, {}, {}},
                     {"Image", adze::ElementType::I64, {}, {}, {}}};
  function.outputs = {{"logits", adze::ElementType::F32, {1, 3}, {}, {}}};
  function.arenaBytes = 1024;
  function.arenaAlign = 64;
  info.functions.push_back(function);
  return info;
}

#endif
