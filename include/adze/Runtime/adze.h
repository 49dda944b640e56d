/* Adze artifacts: the C ABI, version 1. C99, no dependency.
 *
 * An artifact named `net` defines
 *   int net_run(const void *const inputs[], void *const outputs[], void *arena);
 *   int net_call(const adze_call *call);
 *   const adze_model *net_model(void);
 * and its generated header `net.h`, which contains this file, holds the sizes
 * as constants. An artifact with several functions defines
 * `net_<function>_run` and `net_<function>_call` for each instead.
 *
 * - Tensors are dense, in row-major order, aligned as their element type.
 * - All memory that a call writes is its outputs and its arena; its outputs
 *   overlap neither its inputs nor the arena. Calls with different arenas may
 *   run at the same time. Nothing needs to be kept between calls.
 * - A wrong call returns an error code (below) and writes nothing. */
#ifndef ADZE_RUNTIME_ADZE_H
#define ADZE_RUNTIME_ADZE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ADZE_ABI_VERSION 1

/* What run and call return. */
enum {
  ADZE_OK = 0,
  ADZE_ERROR_NULL = 1,      /* a pointer that is needed is NULL */
  ADZE_ERROR_ALIGNMENT = 2, /* a tensor or the arena is not aligned */
  ADZE_ERROR_CPU = 3,       /* the CPU lacks a feature that the code needs */
  ADZE_ERROR_EXTENT = 4,    /* an open dimension is negative or over its bound */
  ADZE_ERROR_CALL = 5,      /* the call struct asks for what is not there */
  ADZE_ERROR_ARENA = 6,     /* the arena is too small */
  ADZE_ERROR_KERNEL = 7     /* a kernel failed: outputs are undefined */
};

/* Element types, numbered as in ONNX. Booleans take one byte (0 or 1), 16-bit
 * floats are passed as their bits. */
enum {
  ADZE_TYPE_F32 = 1,
  ADZE_TYPE_U8 = 2,
  ADZE_TYPE_I8 = 3,
  ADZE_TYPE_U16 = 4,
  ADZE_TYPE_I16 = 5,
  ADZE_TYPE_I32 = 6,
  ADZE_TYPE_I64 = 7,
  ADZE_TYPE_BOOL = 9,
  ADZE_TYPE_F16 = 10,
  ADZE_TYPE_F64 = 11,
  ADZE_TYPE_U32 = 12,
  ADZE_TYPE_U64 = 13,
  ADZE_TYPE_C64 = 14,
  ADZE_TYPE_C128 = 15,
  ADZE_TYPE_BF16 = 16
};

/* Runs task(argument, index, worker) for each index in [0, count), in any order
 * and at the same time; no two tasks that run at the same time share a
 * `worker`. Returns the first result that is not 0, after all have ended. */
typedef int32_t (*adze_task)(void *argument, int32_t index, int32_t worker);
typedef int32_t (*adze_parallel_for)(void *user, adze_task task, void *argument,
                                     int32_t count);

/* One call with everything that can be given. Fields may be appended later. */
typedef struct adze_call {
  size_t size;               /* sizeof(adze_call) where the caller was compiled */
  const void *const *inputs; /* one pointer for each input, in order */
  void *const *outputs;      /* likewise */
  const int64_t *dims;       /* extents of the open dimensions; else NULL */
  void *arena;               /* arena_bytes of the function, arena_align */
  size_t arena_bytes;        /* how large it is */
  const void *weights;       /* NULL: those inside the artifact */
  adze_parallel_for parallel_for; /* NULL: the calling thread does it all */
  void *user;                     /* first argument of parallel_for */
} adze_call;

typedef struct adze_tensor {
  const char *name; /* as in the model */
  uint32_t type;    /* ADZE_TYPE_... */
  uint32_t rank;
  const int64_t *shape;  /* -1: open */
  const int64_t *bounds; /* the largest extents; equal to shape where closed */
  uint64_t bytes;        /* at the largest extents */
} adze_tensor;

typedef struct adze_function {
  const char *name;
  uint32_t num_inputs;
  uint32_t num_outputs;
  const adze_tensor *inputs;
  const adze_tensor *outputs;
  uint64_t arena_bytes; /* 0: the arena may be NULL */
  uint64_t arena_align; /* a power of two */
  int (*run)(const void *const inputs[], void *const outputs[], void *arena);
  int (*call)(const adze_call *call);
} adze_function;

typedef struct adze_model {
  uint32_t abi_version; /* ADZE_ABI_VERSION */
  uint32_t num_functions;
  const adze_function *functions;
  const char *name;
  const char *producer;    /* "adze 0.1.0" */
  const char *target;      /* as given to the compiler */
  const char *source_hash; /* SHA-256 of the model file, in hex */
  uint32_t num_cpu_features;
  const char *const *cpu_features;
  /* Index of the first feature that this CPU lacks, -1 if it has all. A shared
   * object asks once, when it is loaded, and its run functions then return
   * ADZE_ERROR_CPU; users of static artifacts ask themselves where in doubt. */
  int32_t (*missing_cpu_feature)(void);
} adze_model;

/* Every shared object also exports its model under this fixed name, so that a
 * program which loads it need not know the artifact's:
 *   const adze_model *adze_artifact_model(void); */
#define ADZE_ARTIFACT_SYMBOL "adze_artifact_model"

#ifdef __cplusplus
}
#endif

#endif
