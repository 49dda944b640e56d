/* Runs an artifact that is linked in, for machines on which adze itself does not run.
 *   runner IN0.npy IN1.npy ... OUT0.npy OUT1.npy ...
 * Built with -DMODEL=<name>_model. Arrays are read without their headers: their types and shapes must be right. */
#include <adze/Runtime/adze.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const adze_model *MODEL(void);

static const char *descr(uint32_t type) {
  switch (type) {
  case ADZE_TYPE_F32: return "<f4";
  case ADZE_TYPE_F64: return "<f8";
  case ADZE_TYPE_U8: return "|u1";
  case ADZE_TYPE_I8: return "|i1";
  case ADZE_TYPE_I32: return "<i4";
  case ADZE_TYPE_I64: return "<i8";
  case ADZE_TYPE_BOOL: return "|b1";
  default: return NULL;
  }
}

static void fail(const char *what, const char *name) {
  fprintf(stderr, "runner: %s: %s\n", name, what);
  exit(1);
}

static void *allocate(uint64_t bytes) {
  void *memory = aligned_alloc(128, (bytes + 128) / 128 * 128);
  if (!memory)
    fail("no memory", "arena");
  return memory;
}

static void read_array(const char *path, const adze_tensor *tensor, void *data) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, -(long)tensor->bytes, SEEK_END) || fread(data, 1, tensor->bytes, file) != tensor->bytes)
    fail("cannot be read", path);
  fclose(file);
}

static void write_array(const char *path, const adze_tensor *tensor, const void *data) {
  char header[512];
  int length = 0;
  unsigned char size[2] = {128 - 10, 0};
  FILE *file = fopen(path, "wb");
  if (!file || !descr(tensor->type))
    fail("cannot be written", path);
  length = sprintf(header, "{'descr': '%s', 'fortran_order': False, 'shape': (", descr(tensor->type));
  for (uint32_t i = 0; i < tensor->rank; i++)
    length += sprintf(header + length, "%lld,", (long long)tensor->shape[i]);
  length += sprintf(header + length, "), }");
  memset(header + length, ' ', sizeof header - (size_t)length);
  header[128 - 11] = '\n';
  fwrite("\x93NUMPY\x01\x00", 1, 8, file);
  fwrite(size, 1, 2, file);
  fwrite(header, 1, 128 - 10, file);
  fwrite(data, 1, tensor->bytes, file);
  if (fclose(file))
    fail("cannot be written", path);
}

int main(int argc, char **argv) {
  const adze_function *f = &MODEL()->functions[0];
  const void **inputs = malloc(f->num_inputs * sizeof *inputs);
  void **outputs = malloc(f->num_outputs * sizeof *outputs);
  int code;
  if (argc != (int)(1 + f->num_inputs + f->num_outputs))
    fail("wrong number of files", argv[0]);
  if (MODEL()->missing_cpu_feature() >= 0)
    fail("missing on this CPU", MODEL()->cpu_features[MODEL()->missing_cpu_feature()]);
  for (uint32_t i = 0; i < f->num_inputs; i++) {
    void *data = allocate(f->inputs[i].bytes);
    read_array(argv[1 + i], &f->inputs[i], data);
    inputs[i] = data;
  }
  for (uint32_t i = 0; i < f->num_outputs; i++)
    outputs[i] = allocate(f->outputs[i].bytes);
  code = f->run(inputs, outputs, allocate(f->arena_bytes));
  if (code != ADZE_OK) {
    fprintf(stderr, "runner: the call returned %d\n", code);
    return 1;
  }
  for (uint32_t i = 0; i < f->num_outputs; i++)
    write_array(argv[1 + f->num_inputs + i], &f->outputs[i], outputs[i]);
  return 0;
}
