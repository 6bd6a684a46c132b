// Text set by pango and drawn by cairo. A narrow door: what Documents/Drawing/Typesetter.swift needs, with pango's and
// glib's headers kept behind it.
#ifndef QUITA_CTYPESETTING_H
#define QUITA_CTYPESETTING_H

#include <cairo.h>
#include <stdbool.h>

/// The fonts of the machine as one language uses them.
typedef struct ctypesetting_fonts ctypesetting_fonts;
/// A text with its lines broken.
typedef struct ctypesetting_text ctypesetting_text;

typedef enum { CTYPESETTING_LEFT, CTYPESETTING_CENTRE, CTYPESETTING_RIGHT } ctypesetting_alignment;

typedef struct {
    /// Height of the em in units of the surface.
    double size;
    /// 100 … 1000, as in CSS.
    int weight;
    ctypesetting_alignment alignment;
    /// From baseline to baseline, as a multiple of the font's own.
    double leading;
    /// Width to break lines at; negative for none.
    double width;
    /// The most lines, the last one ending in an ellipsis; 0 for any number.
    int lines;
    /// Whether a line may end anywhere, as in codes, rather than between words where there are any.
    bool breaks_anywhere;
} ctypesetting_style;

typedef struct {
    double width;
    double height;
    /// From the top to the first baseline.
    double baseline;
    int lines;
    bool is_ellipsized;
} ctypesetting_extent;

/// `language` as in BCP 47. Nothing is shared with other fonts made here, so each may be used on a thread of its own.
ctypesetting_fonts *ctypesetting_fonts_new(const char *language);
void ctypesetting_fonts_free(ctypesetting_fonts *fonts);

/// `families` are separated by commas and tried in order; `features` are OpenType features as in CSS.
ctypesetting_text *ctypesetting_text_new(
    ctypesetting_fonts *fonts, const char *bytes, int length, const char *families, const char *features,
    ctypesetting_style style);
void ctypesetting_text_free(ctypesetting_text *text);
ctypesetting_extent ctypesetting_text_extent(ctypesetting_text *text);
/// Draws with the top left corner at the current point, in the current colour.
void ctypesetting_text_show(ctypesetting_text *text, cairo_t *context);

#endif
