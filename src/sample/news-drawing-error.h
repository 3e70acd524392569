/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEWS_DRAWING_ERROR (news_drawing_error_quark ())

typedef enum
{
  NEWS_DRAWING_ERROR_INVALID,   /* not a drawing, or with something that drawings may not have */
  NEWS_DRAWING_ERROR_TOO_LARGE, /* more elements than a drawing may have */
  NEWS_DRAWING_ERROR_FAILED,    /* cairo could not draw it */
} NewsDrawingError;

GQuark news_drawing_error_quark (void);

/* Sets @error to INVALID, with the name and value of an attribute that drawings can't have. */
void news_drawing_set_attribute_error (GError **error, const char *name, const char *value);

G_END_DECLS
