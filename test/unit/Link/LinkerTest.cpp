//===- LinkerTest.cpp - Shared objects, objects, archives -----------------===//

#include "adze/Codegen/Link/Linker.h"
#include "SampleKernel.h"
#include "adze/Codegen/Link/DataObject.h"
#include "llvm/AsmParser/Parser.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include <dlfcn.h>

using namespace adze;

namespace {

std::string compileText(llvm::StringRef text, const std::string &symbol,
                        const TargetSpec &target) {
  llvm::LLVMContext context;
  llvm::SMDiagnostic diagnostic;
  auto module = llvm::parseAssemblyString(text, diagnostic, context);
  EXPECT_TRUE(module) << diagnostic.getMessage().str();
  return valueOf(compileModule(std::move(module), {symbol}, target, {})).output;
}

/// DT_NEEDED entries.
std::vector<std::string> neededBy(const std::string &path) {
  std::vector<std::string> result;
  auto buffer = llvm::MemoryBuffer::getFile(path);
  auto object = valueOf(llvm::object::ObjectFile::createObjectFile(**buffer));
  auto *elf = llvm::cast<llvm::object::ELF64LEObjectFile>(object.get());
  auto entries = valueOf(elf->getELFFile().dynamicEntries());
  llvm::StringRef strings;
  for (auto &section : elf->sections())
    if (valueOf(section.getName()) == ".dynstr")
      strings = valueOf(section.getContents());
  for (auto &entry : entries)
    if (entry.d_tag == llvm::ELF::DT_NEEDED)
      result.push_back(strings.data() + entry.d_un.d_val);
  return result;
}

} // namespace

TEST(Linker, NeedsOnlyWhatIsUsed) {
  TargetSpec target = targetOf("host");
  TestFolder folder;
  LinkOptions options;
  options.exported = {"f"};
  options.soname = "f.so";
  std::string plain =
      compileText("define float @f(float %x) {\n ret float %x\n}", "f", target);
  EXPECT_EQ(messageOf(linkShared(folder.file("plain.so"), {{plain, ""}},
                                 options, target)),
            "");
  EXPECT_EQ(neededBy(folder.file("plain.so")), std::vector<std::string>());

  std::string math = compileText("declare float @erff(float)\n"
                                 "define float @f(float %x) {\n"
                                 " %y = call float @erff(float %x)\n"
                                 " ret float %y\n}",
                                 "f", target);
  EXPECT_EQ(messageOf(linkShared(folder.file("math.so"), {{math, ""}}, options,
                                 target)),
            "");
  EXPECT_EQ(neededBy(folder.file("math.so")),
            std::vector<std::string>{"libm.so.6"});
  void *library = dlopen(folder.file("math.so").c_str(), RTLD_NOW);
  ASSERT_TRUE(library) << dlerror();
  auto function = reinterpret_cast<float (*)(float)>(dlsym(library, "f"));
  EXPECT_FLOAT_EQ(function(0.5f), 0.5204999f);
}

TEST(Linker, UndefinedSymbolsAreNamed) {
  TargetSpec target = targetOf("host");
  TestFolder folder;
  LinkOptions options;
  options.exported = {"f"};
  std::string object = compileText("declare void @mystery()\n"
                                   "define void @f() {\n"
                                   " call void @mystery()\n ret void\n}",
                                   "f", target);
  std::string path = folder.file("f.so");
  EXPECT_NE(messageOf(linkShared(path, {{object, ""}}, options, target))
                .find("undefined symbols: mystery"),
            std::string::npos);
  EXPECT_FALSE(llvm::sys::fs::exists(path));
  options.external = {"mystery"};
  EXPECT_EQ(messageOf(linkShared(path, {{object, ""}}, options, target)), "");
}

// Weights reach the code; only what is exported stays visible; the same twice.
TEST(Linker, WeightsAndVisibility) {
  TargetSpec target = targetOf("host");
  TestFolder folder;
  std::vector<char> first(100, 7), second = {1, 2, 3};
  std::string weights =
      valueOf(emitDataObject(target, ".rodata.adze.weights", "adze_weights",
                             4096, {{0, first}, {128, second}}, 200));
  std::string code =
      compileText("@adze_weights = external hidden constant i8\n"
                  "define i32 @f(i64 %i) {\n"
                  " %p = getelementptr i8, ptr @adze_weights, i64 %i\n"
                  " %v = load i8, ptr %p\n"
                  " %r = zext i8 %v to i32\n ret i32 %r\n}",
                  "f", target);
  LinkOptions options;
  options.exported = {"f"};
  std::vector<LinkInput> inputs = {{code, ""}, {weights, ""}};
  EXPECT_EQ(messageOf(linkShared(folder.file("a.so"), inputs, options, target)),
            "");
  EXPECT_EQ(messageOf(linkShared(folder.file("b.so"), inputs, options, target)),
            "");
  EXPECT_EQ((*llvm::MemoryBuffer::getFile(folder.file("a.so")))->getBuffer(),
            (*llvm::MemoryBuffer::getFile(folder.file("b.so")))->getBuffer());
  void *library = dlopen(folder.file("a.so").c_str(), RTLD_NOW);
  ASSERT_TRUE(library) << dlerror();
  EXPECT_FALSE(dlsym(library, "adze_weights"));
  auto function = reinterpret_cast<int (*)(int64_t)>(dlsym(library, "f"));
  EXPECT_EQ(function(99), 7);
  EXPECT_EQ(function(100), 0);
  EXPECT_EQ(function(130), 3);
  EXPECT_EQ(function(199), 0);

  auto globals = [&](llvm::MemoryBufferRef buffer) {
    std::vector<std::string> names;
    auto object = valueOf(llvm::object::ObjectFile::createObjectFile(buffer));
    for (const llvm::object::SymbolRef &symbol : object->symbols())
      if (valueOf(symbol.getFlags()) & llvm::object::SymbolRef::SF_Global)
        names.push_back(valueOf(symbol.getName()).str());
    return names;
  };
  EXPECT_EQ(
      messageOf(linkRelocatable(folder.file("a.o"), inputs, options, target)),
      "");
  auto object = llvm::MemoryBuffer::getFile(folder.file("a.o"));
  EXPECT_EQ(globals(**object), std::vector<std::string>{"f"});

  EXPECT_EQ(messageOf(writeStaticLibrary(folder.file("liba.a"), inputs, options,
                                         target)),
            "");
  auto library2 = llvm::MemoryBuffer::getFile(folder.file("liba.a"));
  auto archive = valueOf(llvm::object::Archive::create(**library2));
  llvm::Error error = llvm::Error::success();
  for (const auto &child : archive->children(error)) {
    EXPECT_EQ(valueOf(child.getName()), "a.o");
    EXPECT_EQ(globals(valueOf(child.getMemoryBufferRef())),
              std::vector<std::string>{"f"});
  }
  EXPECT_EQ(messageOf(std::move(error)), "");
}

TEST(Linker, DataObjectRefusals) {
  TargetSpec target = targetOf("host");
  std::vector<char> bytes(10);
  auto message = [&](uint64_t size, uint64_t at, uint64_t alignment) {
    auto result = emitDataObject(target, ".rodata", "w", alignment,
                                 {{0, bytes}, {at, bytes}}, size);
    return result ? std::string() : llvm::toString(result.takeError());
  };
  EXPECT_EQ(message(20, 10, 8), "");
  EXPECT_NE(message(20, 9, 8).find("overlap"), std::string::npos);
  EXPECT_NE(message(19, 10, 8).find("ends after"), std::string::npos);
  EXPECT_NE(message(20, 10, 12).find("power of two"), std::string::npos);
  EXPECT_NE(message(3ull << 30, 10, 8).find("2 GiB"), std::string::npos);
}

TEST(Linker, OutputInMissingFolder) {
  TargetSpec target = targetOf("host");
  TestFolder folder;
  EXPECT_NE(messageOf(linkShared(folder.file("none/a.so"), {}, {}, target))
                .find("none/a.so: "),
            std::string::npos);
}
