/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* @font, @factor times as large. The caller's. */
PangoFontDescription *news_font_dup_scaled (const PangoFontDescription *font, double factor);

G_END_DECLS
