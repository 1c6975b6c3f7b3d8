#pragma once

#include <zlib.h>

/// `deflateInit2` and `inflateInit2` are macros that Swift does not see. 31: a window of 2^15 bytes, gzip framing.
static inline int passerelle_gzip_begin(z_stream *stream) {
  return deflateInit2(stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}

static inline int passerelle_gunzip_begin(z_stream *stream) {
  return inflateInit2(stream, 31);
}
