//===- ArtifactFile.cpp - Reading an artifact without loading it ----------===//

#include "adze/Runtime/ArtifactFile.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Object/ObjectFile.h"

using namespace adze;
using namespace llvm;

static Error readObject(const object::ObjectFile &object, ArtifactFile &result) {
  for (const object::SectionRef &section : object.sections()) {
    Expected<StringRef> name = section.getName();
    if (!name)
      return name.takeError();
    if (*name == ".adze_info") {
      Expected<StringRef> contents = section.getContents();
      if (!contents)
        return contents.takeError();
      SmallVector<StringRef, 1> texts;
      contents->split(texts, '\0', -1, /*KeepEmpty=*/false);
      result.infoTexts.insert(result.infoTexts.end(), texts.begin(), texts.end());
    }
    // ELF's flags tell what is in memory at run time; tables of relocations are not counted.
    uint64_t flags = object::ELFSectionRef(section).getFlags(), type = object::ELFSectionRef(section).getType();
    if (!(flags & ELF::SHF_ALLOC) || (type != ELF::SHT_PROGBITS && type != ELF::SHT_NOBITS) ||
        *name == ".relro_padding")
      continue;
    // What the loader relocates and then protects is constant to the program.
    bool writable = flags & ELF::SHF_WRITE && !name->starts_with(".data.rel.ro");
    uint64_t &kind = flags & ELF::SHF_EXECINSTR ? result.sizes.code
                     : writable                 ? result.sizes.data
                                                : result.sizes.constants;
    kind += section.getSize();
  }
  return Error::success();
}

static Error readFile(MemoryBufferRef buffer, ArtifactFile &result) {
  if (identify_magic(buffer.getBuffer()) == file_magic::archive) {
    Expected<std::unique_ptr<object::Archive>> archive = object::Archive::create(buffer);
    if (!archive)
      return archive.takeError();
    Error error = Error::success();
    for (const object::Archive::Child &child : (*archive)->children(error)) {
      Expected<MemoryBufferRef> member = child.getMemoryBufferRef();
      if (!member)
        return joinErrors(std::move(error), member.takeError());
      if (Error inner = readFile(*member, result))
        return joinErrors(std::move(error), std::move(inner));
    }
    return error;
  }
  Expected<std::unique_ptr<object::ObjectFile>> object = object::ObjectFile::createObjectFile(buffer);
  if (!object)
    return object.takeError();
  if (!(*object)->isELF())
    return createStringError("not an ELF file");
  return readObject(**object, result);
}

Expected<ArtifactFile> adze::readArtifactFile(StringRef path) {
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return createStringError(buffer.getError(), path + ": " + buffer.getError().message());
  ArtifactFile result;
  result.sizes.file = (*buffer)->getBufferSize();
  if (Error error = readFile(**buffer, result))
    return createStringError(path + ": " + toString(std::move(error)));
  if (result.infoTexts.empty())
    return createStringError(path + ": not made by adze: it has no section .adze_info");
  return result;
}
