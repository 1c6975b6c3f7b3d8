// libFuzzer as a library: its own entry is not used, because SwiftPM names a program's entry after the target.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
