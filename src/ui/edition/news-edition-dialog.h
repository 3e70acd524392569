/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_EDITION_DIALOG (news_edition_dialog_get_type ())

/* The edition on show, to be edited: its sections and what they come from; read from a file, and
 * written to one. */
G_DECLARE_FINAL_TYPE (NewsEditionDialog, news_edition_dialog, NEWS, EDITION_DIALOG, AdwDialog)

AdwDialog *news_edition_dialog_new (NewsDesk *desk);

G_END_DECLS
