#include "CTypesetting.h"

#include <pango/pangocairo.h>

// The two opaque types are pango's own objects under a name of ours.
static PangoContext *context_of(ctypesetting_fonts *fonts) { return (PangoContext *)fonts; }
static PangoLayout *layout_of(ctypesetting_text *text) { return (PangoLayout *)text; }

ctypesetting_fonts *ctypesetting_fonts_new(const char *language) {
    PangoFontMap *map = pango_cairo_font_map_new();
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map); // the context holds it

    // Letters keep their designed widths at any size, so that a page breaks alike wherever it is drawn.
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);

    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(language));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    return (ctypesetting_fonts *)context;
}

void ctypesetting_fonts_free(ctypesetting_fonts *fonts) { g_object_unref(context_of(fonts)); }

ctypesetting_text *ctypesetting_text_new(
    ctypesetting_fonts *fonts, const char *bytes, int length, const char *families, const char *features,
    ctypesetting_style style) {
    PangoLayout *layout = pango_layout_new(context_of(fonts));
    pango_layout_set_text(layout, bytes, length);

    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, families);
    pango_font_description_set_weight(font, (PangoWeight)style.weight);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);

    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_font_features_new(features));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);

    static const PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    pango_layout_set_alignment(layout, alignments[style.alignment]);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_wrap(layout, style.breaks_anywhere ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout, (float)style.leading);
    if (style.width >= 0) {
        // A unit more than asked: a text of exactly this width must not lose its last word to rounding.
        pango_layout_set_width(layout, (int)(style.width * PANGO_SCALE) + 1);
    }
    if (style.lines > 0) {
        pango_layout_set_height(layout, -style.lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    return (ctypesetting_text *)layout;
}

void ctypesetting_text_free(ctypesetting_text *text) { g_object_unref(layout_of(text)); }

ctypesetting_extent ctypesetting_text_extent(ctypesetting_text *text) {
    PangoLayout *layout = layout_of(text);
    PangoRectangle size;
    pango_layout_get_extents(layout, NULL, &size);
    ctypesetting_extent extent = {
        .width = size.width / (double)PANGO_SCALE,
        .height = size.height / (double)PANGO_SCALE,
        .baseline = pango_layout_get_baseline(layout) / (double)PANGO_SCALE,
        .lines = pango_layout_get_line_count(layout),
        .is_ellipsized = pango_layout_is_ellipsized(layout),
    };
    return extent;
}

void ctypesetting_text_show(ctypesetting_text *text, cairo_t *context) {
    pango_cairo_show_layout(context, layout_of(text));
}
