"""pdfium's functions with plain addresses as arguments, for loops over every character and path of a page."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


def direct(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes and gives plain addresses: more than twice as fast per call.

    It keeps Python's lock: each call is too short for another thread to gain from it.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


PTR, INT = ctypes.c_void_p, ctypes.c_int
get_text = direct(pdfium.FPDFText_GetText, INT, PTR, INT, INT, PTR)
get_unicode = direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, PTR, INT)
has_no_meaning = direct(pdfium.FPDFText_HasUnicodeMapError, INT, PTR, INT)
get_text_object = direct(pdfium.FPDFText_GetTextObject, PTR, PTR, INT)
get_loose_box = direct(pdfium.FPDFText_GetLooseCharBox, INT, PTR, INT, PTR)
get_text_matrix = direct(pdfium.FPDFText_GetMatrix, INT, PTR, INT, PTR)
get_origin = direct(pdfium.FPDFText_GetCharOrigin, INT, PTR, INT, PTR, PTR)
get_font_size = direct(pdfium.FPDFText_GetFontSize, ctypes.c_double, PTR, INT)
get_type = direct(pdfium.FPDFPageObj_GetType, INT, PTR)
get_bounds = direct(pdfium.FPDFPageObj_GetBounds, INT, PTR, PTR, PTR, PTR, PTR)
get_matrix = direct(pdfium.FPDFPageObj_GetMatrix, INT, PTR, PTR)
get_draw_mode = direct(pdfium.FPDFPath_GetDrawMode, INT, PTR, PTR, PTR)
count_segments = direct(pdfium.FPDFPath_CountSegments, INT, PTR)
get_segment = direct(pdfium.FPDFPath_GetPathSegment, PTR, PTR, INT)
get_point = direct(pdfium.FPDFPathSegment_GetPoint, INT, PTR, PTR, PTR)
get_segment_type = direct(pdfium.FPDFPathSegment_GetType, INT, PTR)
get_close = direct(pdfium.FPDFPathSegment_GetClose, INT, PTR)
get_fill_colour = direct(pdfium.FPDFPageObj_GetFillColor, INT, PTR, PTR, PTR, PTR, PTR)
get_stroke_colour = direct(pdfium.FPDFPageObj_GetStrokeColor, INT, PTR, PTR, PTR, PTR, PTR)
page_count = direct(pdfium.FPDFPage_CountObjects, INT, PTR)
page_object = direct(pdfium.FPDFPage_GetObject, PTR, PTR, INT)
form_count = direct(pdfium.FPDFFormObj_CountObjects, INT, PTR)
form_object = direct(pdfium.FPDFFormObj_GetObject, PTR, PTR, ctypes.c_ulong)
get_render_mode = direct(pdfium.FPDFTextObj_GetTextRenderMode, INT, PTR)
get_font = direct(pdfium.FPDFTextObj_GetFont, PTR, PTR)
get_font_name = direct(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, PTR, PTR, ctypes.c_size_t)


def address(handle: Any) -> int:
    """Return the plain address of a pypdfium2 object."""
    return ctypes.cast(handle.raw, ctypes.c_void_p).value or 0
