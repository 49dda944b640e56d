//===- Npy.cpp - Arrays in numpy's file format ----------------------------===//

#include "adze/Support/Npy.h"
#include "adze/Support/OutputFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include <cstring>

using namespace adze;
using namespace llvm;

namespace {
struct Header {
  ElementType type = ElementType::F32;
  bool bigEndian = false;
  bool fortran = false;
  SmallVector<int64_t, 4> shape;
  /// Where the elements begin and how many bytes they take.
  size_t start = 0, bytes = 0;
};
} // namespace

static Error fail(StringRef file, const Twine &message) {
  return createStringError(inconvertibleErrorCode(), file + ": " + message);
}

/// What follows `'key':` in the header's Python dictionary.
static std::optional<StringRef> findValue(StringRef dictionary, StringRef key) {
  for (const char *quote : {"'", "\""}) {
    size_t at = dictionary.find((quote + key + quote).str());
    if (at == StringRef::npos)
      continue;
    StringRef rest = dictionary.drop_front(at + key.size() + 2).ltrim();
    if (rest.consume_front(":"))
      return rest.ltrim();
  }
  return std::nullopt;
}

static Error parseType(StringRef text, StringRef file, Header &header) {
  StringRef quoted = text.starts_with("'") || text.starts_with("\"") ? text.drop_front() : StringRef();
  StringRef descr = quoted.take_until([](char c) { return c == '\'' || c == '"'; });
  if (descr.empty())
    return fail(file, "structured element types are not supported");
  header.bigEndian = descr.starts_with(">");
  for (const ElementTypeInfo &info : elementTypes())
    if (info.type != ElementType::BF16 && descr.drop_front() == info.numpy.drop_front()) {
      header.type = info.type;
      return Error::success();
    }
  if (descr.contains('U') || descr.contains('S') || descr.contains('O'))
    return fail(file, "element type '" + descr + "': strings and objects are not supported");
  return fail(file, "element type '" + descr + "' is not supported");
}

static Error parseShape(StringRef text, StringRef file, Header &header) {
  if (!text.consume_front("("))
    return fail(file, "the header's 'shape' is no tuple");
  size_t end = text.find(')');
  if (end == StringRef::npos)
    return fail(file, "the header's 'shape' is no tuple");
  SmallVector<StringRef> parts;
  text.take_front(end).split(parts, ',', -1, /*KeepEmpty=*/false);
  for (StringRef part : parts) {
    int64_t extent;
    part = part.trim();
    if (part.empty())
      continue;
    if (part.getAsInteger(10, extent) || extent < 0)
      return fail(file, "'" + part + "' in the header's 'shape' is no extent");
    header.shape.push_back(extent);
  }
  return Error::success();
}

static Expected<Header> parseHeader(StringRef file, StringRef name) {
  if (!file.starts_with("\x93NUMPY"))
    return fail(name, "not a .npy file");
  if (file.size() < 12)
    return fail(name, "truncated header");
  unsigned version = static_cast<unsigned char>(file[6]);
  if (version < 1 || version > 3)
    return fail(name, "version " + Twine(version) + " of .npy is not supported (1 to 3 are)");
  size_t start = version == 1 ? 10 : 12;
  size_t length =
      version == 1 ? support::endian::read16le(file.data() + 8) : support::endian::read32le(file.data() + 8);
  if (length > file.size() - start)
    return fail(name, "truncated header");
  StringRef dictionary = file.substr(start, length);
  Header header;
  header.start = start + length;
  std::optional<StringRef> descr = findValue(dictionary, "descr"), order = findValue(dictionary, "fortran_order"),
                           shape = findValue(dictionary, "shape");
  if (!descr || !order || !shape)
    return fail(name, Twine("no '") + (!descr ? "descr" : !order ? "fortran_order" : "shape") + "' in the header");
  if (Error error = parseType(*descr, name, header))
    return std::move(error);
  header.fortran = order->starts_with("True");
  if (Error error = parseShape(*shape, name, header))
    return std::move(error);
  std::optional<int64_t> count = countElements(header.shape);
  if (!count)
    return fail(name, "the shape " + formatShape(header.shape) + " is too large");
  header.bytes = static_cast<size_t>(*count) * getBytes(header.type);
  size_t available = file.size() - header.start;
  if (available < header.bytes)
    return fail(name, "truncated: " + Twine(header.bytes) + " bytes of elements expected, " + Twine(available) +
                          " found");
  return header;
}

static void swapBytes(NpyArray &array) {
  unsigned width = getInfo(array.type).scalarBytes;
  for (size_t i = 0; i + width <= array.data.size(); i += width)
    std::reverse(array.data.begin() + i, array.data.begin() + i + width);
}

/// Elements in column-major order, copied to row-major order.
static void copyTransposed(StringRef from, NpyArray &to) {
  size_t width = getBytes(to.type), rank = to.shape.size();
  SmallVector<int64_t> index(rank, 0), strides(rank, 1);
  for (size_t i = 1; i < rank; ++i)
    strides[i] = strides[i - 1] * to.shape[i - 1];
  for (size_t at = 0; at < to.data.size(); at += width) {
    int64_t offset = 0;
    for (size_t i = 0; i < rank; ++i)
      offset += index[i] * strides[i];
    std::memcpy(&to.data[at], from.data() + offset * width, width);
    for (size_t i = rank; i-- > 0 && ++index[i] == to.shape[i];)
      index[i] = 0;
  }
}

static Expected<std::unique_ptr<MemoryBuffer>> openFile(StringRef path) {
  auto buffer = MemoryBuffer::getFileOrSTDIN(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return createStringError(buffer.getError(), path + ": " + buffer.getError().message());
  return std::move(*buffer);
}

NpyArray::NpyArray(ElementType type, ArrayRef<int64_t> shape) : type(type), shape(shape) {
  std::optional<int64_t> count = countElements(shape);
  assert(count && "the shape must be countable");
  data.resize(static_cast<size_t>(*count) * getBytes(type));
}

Expected<NpyFile> NpyFile::open(StringRef path) {
  auto buffer = openFile(path);
  if (!buffer)
    return buffer.takeError();
  Expected<Header> header = parseHeader((*buffer)->getBuffer(), path);
  if (!header)
    return header.takeError();
  if (header->bigEndian)
    return fail(path, "big-endian data sets are not supported");
  if (header->fortran && header->shape.size() > 1)
    return fail(path, "data sets in Fortran order are not supported (save numpy.ascontiguousarray(a))");
  NpyFile file;
  file.type = header->type;
  file.shape = header->shape;
  file.bytes = (*buffer)->getBuffer().substr(header->start, header->bytes);
  file.buffer = std::move(*buffer);
  return file;
}

Expected<NpyArray> adze::parseNpy(StringRef file, StringRef name) {
  Expected<Header> header = parseHeader(file, name);
  if (!header)
    return header.takeError();
  NpyArray array(header->type, header->shape);
  StringRef elements = file.substr(header->start, header->bytes);
  if (header->fortran && header->shape.size() > 1)
    copyTransposed(elements, array);
  else if (!elements.empty())
    std::memcpy(array.data.data(), elements.data(), elements.size());
  if (header->bigEndian)
    swapBytes(array);
  return array;
}

Expected<NpyArray> adze::readNpy(StringRef path) {
  auto buffer = openFile(path);
  if (!buffer)
    return buffer.takeError();
  return parseNpy((*buffer)->getBuffer(), path);
}

void adze::writeNpy(raw_ostream &os, ElementType type, ArrayRef<int64_t> shape, StringRef data) {
  std::string header = ("{'descr': '" + getInfo(type).numpy + "', 'fortran_order': False, 'shape': (").str();
  for (size_t i = 0; i < shape.size(); ++i)
    header += (i ? ", " : "") + std::to_string(shape[i]);
  header += shape.size() == 1 ? ",), }" : "), }";
  // Magic, version and length take 10 bytes; the header ends with a newline.
  header.append(63 - (10 + header.size()) % 64, ' ');
  header += '\n';
  char length[2];
  support::endian::write16le(length, static_cast<uint16_t>(header.size()));
  os << StringRef("\x93NUMPY\x01\x00", 8) << StringRef(length, 2) << header << data;
}

Error adze::writeNpy(StringRef path, const NpyArray &array) {
  return writeFile(path, [&](raw_ostream &os) {
    writeNpy(os, array.type, array.shape, StringRef(array.data.data(), array.data.size()));
    return Error::success();
  });
}
