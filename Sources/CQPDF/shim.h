// libqpdf as Swift sees it: its C interface.
#pragma once

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

// Gives back memory that libqpdf handed out.
static inline void qpdf_release(unsigned char *buffer) { free(buffer); }
