//===- DataObject.cpp - Writes a small ELF object -------------------------===//

#include "adze/Codegen/Link/DataObject.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Object/ELFTypes.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace adze {

namespace {

/// String table: names, each ended by a zero, after an empty one.
class StringTable {
public:
  uint32_t add(StringRef name) {
    uint32_t at = text.size();
    text += name;
    text += '\0';
    return at;
  }
  std::string text = std::string(1, '\0');
};

struct Machine {
  uint16_t machine;
  uint32_t flags;
};

Expected<Machine> elfMachine(const TargetSpec &target) {
  switch (target.triple.getArch()) {
  case Triple::x86_64:
    return Machine{ELF::EM_X86_64, 0};
  case Triple::aarch64:
    return Machine{ELF::EM_AARCH64, 0};
  case Triple::arm:
  case Triple::thumb:
    return Machine{ELF::EM_ARM, ELF::EF_ARM_EABI_VER5};
  case Triple::riscv32:
  case Triple::riscv64: {
    uint32_t flags =
        target.hasFeature("d") ? ELF::EF_RISCV_FLOAT_ABI_DOUBLE : 0;
    if (target.hasFeature("c") || target.hasFeature("zca"))
      flags |= ELF::EF_RISCV_RVC;
    return Machine{ELF::EM_RISCV, flags};
  }
  default:
    return createStringError(
        "weights as an object file are not supported for " +
        target.triple.str());
  }
}

enum SectionIndex { Null, Data, Note, Symbols, Strings, SectionNames, Count };

template <typename ELFT>
void writeElf(raw_ostream &stream, Machine machine,
              const DataSection &section) {
  StringTable names, strings;
  typename ELFT::Shdr headers[Count] = {};
  std::vector<typename ELFT::Sym> symbols(1 + section.symbols.size());
  for (auto [index, symbol] : llvm::enumerate(section.symbols)) {
    typename ELFT::Sym &entry = symbols[index + 1];
    entry.st_name = strings.add(symbol.name);
    entry.st_value = symbol.offset;
    entry.st_size = symbol.size;
    entry.st_shndx = Data;
    entry.setBindingAndType(ELF::STB_GLOBAL,
                            section.code ? ELF::STT_FUNC : ELF::STT_OBJECT);
    entry.setVisibility(section.code ? ELF::STV_DEFAULT : ELF::STV_HIDDEN);
  }

  uint64_t offset = sizeof(typename ELFT::Ehdr);
  auto place = [&](SectionIndex index, StringRef name, uint32_t type,
                   uint64_t alignment, uint64_t size) {
    offset = alignTo(offset, alignment);
    headers[index].sh_name = names.add(name);
    headers[index].sh_type = type;
    headers[index].sh_offset = offset;
    headers[index].sh_size = size;
    headers[index].sh_addralign = alignment;
    offset += size;
  };
  place(Data, section.name, ELF::SHT_PROGBITS, section.alignment, section.size);
  headers[Data].sh_flags = static_cast<uint64_t>(
      ELF::SHF_ALLOC | (section.code ? ELF::SHF_EXECINSTR : 0));
  place(Note, ".note.GNU-stack", ELF::SHT_PROGBITS, 1, 0);
  place(Symbols, ".symtab", ELF::SHT_SYMTAB, 8,
        symbols.size() * sizeof(symbols[0]));
  headers[Symbols].sh_entsize = sizeof(symbols[0]);
  headers[Symbols].sh_link = Strings;
  headers[Symbols].sh_info = 1;
  place(Strings, ".strtab", ELF::SHT_STRTAB, 1, strings.text.size());
  // Its own name is the last one added, so that the size is known.
  uint32_t ownName = names.add(".shstrtab");
  offset = alignTo(offset, 1);
  headers[SectionNames].sh_name = ownName;
  headers[SectionNames].sh_type = ELF::SHT_STRTAB;
  headers[SectionNames].sh_offset = offset;
  headers[SectionNames].sh_size = names.text.size();
  headers[SectionNames].sh_addralign = 1;
  offset = alignTo(offset + names.text.size(), 8);

  typename ELFT::Ehdr header = {};
  std::copy_n(ELF::ElfMagic, 4, header.e_ident);
  header.e_ident[ELF::EI_CLASS] =
      ELFT::Is64Bits ? ELF::ELFCLASS64 : ELF::ELFCLASS32;
  header.e_ident[ELF::EI_DATA] = ELF::ELFDATA2LSB;
  header.e_ident[ELF::EI_VERSION] = ELF::EV_CURRENT;
  header.e_type = ELF::ET_REL;
  header.e_machine = machine.machine;
  header.e_version = ELF::EV_CURRENT;
  header.e_flags = machine.flags;
  header.e_shoff = offset;
  header.e_ehsize = sizeof(header);
  header.e_shentsize = sizeof(headers[0]);
  header.e_shnum = Count;
  header.e_shstrndx = SectionNames;

  uint64_t at = 0;
  auto write = [&](const void *bytes, uint64_t size) {
    stream.write(static_cast<const char *>(bytes), size);
    at += size;
  };
  auto padTo = [&](uint64_t target) {
    // write_zeros takes an unsigned int.
    while (at < target) {
      unsigned step = std::min<uint64_t>(target - at, 1 << 20);
      stream.write_zeros(step);
      at += step;
    }
  };
  write(&header, sizeof(header));
  for (const DataPiece &piece : section.pieces) {
    padTo(headers[Data].sh_offset + piece.offset);
    write(piece.bytes.data(), piece.bytes.size());
  }
  padTo(headers[Data].sh_offset + section.size);
  padTo(headers[Symbols].sh_offset);
  write(symbols.data(), symbols.size() * sizeof(symbols[0]));
  padTo(headers[Strings].sh_offset);
  write(strings.text.data(), strings.text.size());
  write(names.text.data(), names.text.size());
  padTo(header.e_shoff);
  write(headers, sizeof(headers));
}

} // namespace

Error writeDataObject(raw_ostream &stream, const TargetSpec &target,
                      const DataSection &section) {
  Expected<Machine> machine = elfMachine(target);
  if (!machine)
    return machine.takeError();
  uint64_t end = 0;
  for (const DataPiece &piece : section.pieces) {
    if (piece.offset < end)
      return createStringError("section '" + section.name +
                               "': pieces overlap or are not sorted");
    end = piece.offset + piece.bytes.size();
  }
  if (end > section.size)
    return createStringError("section '" + section.name +
                             "': a piece ends after the section");
  if (!isPowerOf2_64(section.alignment))
    return createStringError("section '" + section.name +
                             "': alignment is not a power of two");
  // Relative addresses have 32 bits with a sign; code comes on top.
  constexpr uint64_t limit = (uint64_t(1) << 31) - (uint64_t(1) << 24);
  if (section.size > limit)
    return createStringError("section '" + section.name + "' has " +
                             Twine(section.size) +
                             " bytes; 2 GiB is the limit for weights inside "
                             "an artifact");
  if (target.is64Bit())
    writeElf<object::ELF64LE>(stream, *machine, section);
  else
    writeElf<object::ELF32LE>(stream, *machine, section);
  return Error::success();
}

Expected<std::string>
emitDataObject(const TargetSpec &target, StringRef section, StringRef symbol,
               uint64_t alignment, ArrayRef<DataPiece> pieces, uint64_t size) {
  DataSection data;
  data.name = section.str();
  data.alignment = alignment;
  data.size = size;
  data.pieces = pieces.vec();
  data.symbols.push_back({symbol.str(), 0, size});
  std::string bytes;
  raw_string_ostream stream(bytes);
  if (Error error = writeDataObject(stream, target, data))
    return std::move(error);
  return bytes;
}

} // namespace adze
