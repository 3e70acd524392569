/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-store.h"

G_BEGIN_DECLS

/* When a query may be asked again: the rules of politeness, without a clock or a network of their
 * own. Times are seconds since 1970, as they are kept over restarts. A time that lies further ahead
 * than the rule could have set it comes of a clock that was wrong, and is not kept. */

typedef enum
{
  NEWS_HOLD_NONE,
  NEWS_HOLD_FRESH,     /* the last answer is good enough, by our age or by its own word */
  NEWS_HOLD_BACK_OFF,  /* it failed lately, and it is a clock that asks */
  NEWS_HOLD_ENDED,     /* the publisher has ended it, and it is a clock that asks */
  NEWS_HOLD_FORBIDDEN, /* the server said when, and that holds for everybody */
} NewsHold;

/* Whether the query has to wait at @now. @patient: it is a clock that asks and not a person, who
 * overrides age and back-off. @max_age: seconds after which the clock thinks an answer old; 0 asks
 * whatever its age. */
NewsHold news_timetable_check (const NewsAsking *asking,
                               gboolean patient,
                               guint max_age,
                               gint64 now);

/* Takes note of an answer, which stays good for @lifetime seconds by its own word. That is kept
 * between nine minutes and five hours: less would be a burden to servers that say nothing, and more
 * keeps news from readers because of a mistake in a server's settings. */
void news_timetable_note_answer (NewsAsking *asking, guint lifetime, gint64 now);

/* Takes note of a failure, after which the server asked to be left alone for @retry_after seconds
 * (0: it did not), which is kept up to a day. Clocks wait a minute, then twice as long each time,
 * up to four hours, a tenth more or less, so that what failed together does not come back together.
 * That there is no network is nobody's failure. */
void news_timetable_note_failure (NewsAsking *asking,
                                  const GError *error,
                                  guint retry_after,
                                  gint64 now);

/* Leaves the query alone until @until, which is within a day, for the reason @error: a limit of
 * ours that is used up, and no failure of the source's. */
void news_timetable_forbid (NewsAsking *asking, const GError *error, gint64 until, gint64 now);

/* The failure that is kept, as it was told; NULL if the last time went well. */
GError *news_timetable_dup_error (const NewsAsking *asking);

G_END_DECLS
