// cairo (Debian: libcairo2-dev), on which Documents/Drawing draws pages and pictures.
#ifndef QUITA_CCAIRO_SHIM_H
#define QUITA_CCAIRO_SHIM_H
#include <cairo-pdf.h>
#include <cairo.h>
#endif
