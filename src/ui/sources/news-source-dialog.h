/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-desk.h"
#include "news-source.h"
#include "news-story.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NEWS_TYPE_SOURCE_DIALOG (news_source_dialog_get_type ())

/* "About this source": who publishes it, where, on which terms, how it is, and with which key it is
 * asked, with a page to enter another. */
G_DECLARE_FINAL_TYPE (NewsSourceDialog, news_source_dialog, NEWS, SOURCE_DIALOG, AdwDialog)

/* @source is NULL where the edition no longer has it; then the dialog tells what @story itself
 * knows, which is NULL where no article led here. Without @desk (nullable) nothing is told of how
 * the source is. */
AdwDialog *news_source_dialog_new (NewsDesk *desk, NewsSource *source, NewsStory *story);

/* The same for the source @id of the edition, with its page to enter a key on top. NULL if there is
 * no such source, or nothing to be entered for it. */
AdwDialog *news_source_dialog_new_for_key (NewsDesk *desk, const char *id);

G_END_DECLS
