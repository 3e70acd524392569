/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-rounds.h"

G_BEGIN_DECLS

#define NEWS_TYPE_DESK_SECTION (news_desk_section_get_type ())

/* A section of the edition on the desk, and how it stands. For views to bind to; belongs to the
 * main thread. Properties: title, icon-name, group, unread, refreshing, problem. */
G_DECLARE_FINAL_TYPE (NewsDeskSection, news_desk_section, NEWS, DESK_SECTION, GObject)

NewsDeskSection *news_desk_section_new (NewsSection *section);

NewsSection *news_desk_section_get_section (NewsDeskSection *self);
guint news_desk_section_get_unread (NewsDeskSection *self);
gboolean news_desk_section_get_refreshing (NewsDeskSection *self);

/* Whether older articles are on their way, and whether there are none. */
gboolean news_desk_section_get_extending (NewsDeskSection *self);
gboolean news_desk_section_get_ended (NewsDeskSection *self);

/* What failed the last time, in sentences; NULL if nothing did. */
const char *news_desk_section_get_problem (NewsDeskSection *self);

/* Whether all of its sources failed, and the reason of the first was that nothing could be reached.
 */
gboolean news_desk_section_is_unreachable (NewsDeskSection *self);

/* The id of its first source that failed for want of a good key, so that entering one would help;
 * NULL if there is none. The problem is then that source's. */
const char *news_desk_section_get_keyless (NewsDeskSection *self);

/* For the desk. */
void news_desk_section_set_unread (NewsDeskSection *self, guint unread);
void news_desk_section_set_standing (NewsDeskSection *self, const NewsStanding *standing);

G_END_DECLS
