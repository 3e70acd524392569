/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-editor.h"

G_BEGIN_DECLS

#define NEWS_TYPE_SECTION_ACTIONS (news_section_actions_get_type ())

/* What can be done to one section, as a group of actions to be put into a widget under the name
 * "section": move-up, move-down, remove, merge (s: into which), icon (s: its name). Those that
 * can't be done are disabled, as the edition changes. */
G_DECLARE_FINAL_TYPE (NewsSectionActions,
                      news_section_actions,
                      NEWS,
                      SECTION_ACTIONS,
                      GSimpleActionGroup)

NewsSectionActions *news_section_actions_new (NewsEditor *editor, const char *id);

G_END_DECLS
