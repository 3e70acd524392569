/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_RENAME_DIALOG (news_rename_dialog_get_type ())

/* Asks for another title of a section. */
G_DECLARE_FINAL_TYPE (NewsRenameDialog, news_rename_dialog, NEWS, RENAME_DIALOG, AdwAlertDialog)

AdwDialog *news_rename_dialog_new (NewsEditor *editor, NewsSection *section);

G_END_DECLS
