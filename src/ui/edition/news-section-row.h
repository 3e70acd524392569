/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SECTION_ROW (news_section_row_get_type ())

/* A section of the edition, to be renamed, moved (by its handle, its menu, or Alt with an arrow
 * key), merged and removed, and below it the sources that it comes from. */
G_DECLARE_FINAL_TYPE (NewsSectionRow, news_section_row, NEWS, SECTION_ROW, AdwExpanderRow)

GtkWidget *news_section_row_new (NewsEditor *editor, NewsSection *section);

/* Borrowed. */
NewsSection *news_section_row_get_section (NewsSectionRow *self);

/* Shows a later state of the same section. */
void news_section_row_set_section (NewsSectionRow *self, NewsSection *section);

G_END_DECLS
