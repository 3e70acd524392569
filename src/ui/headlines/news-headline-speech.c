/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-speech.h"

#include "news-when.h"

#include <glib/gi18n.h>

static char *
join (const char *const *parts, guint n, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);

  return g_string_free (text, FALSE);
}

/* What of the article a reader does not get here; NULL if nothing. */
static const char *
get_wall (NewsHeadline *headline)
{
  if (headline->protected)
    return C_ ("state of an article", "for subscribers");
  if (headline->consent)
    return C_ ("state of an article", "only for those who agree to be tracked");

  return NULL;
}

char *
news_headline_dup_label (NewsHeadline *headline, gint64 now)
{
  g_autofree char *when = NULL;
  const char *parts[6];

  g_return_val_if_fail (NEWS_IS_HEADLINE (headline), NULL);

  if (headline->title == NULL)
    return g_strdup ("");

  when = news_when_dup_short (headline->published, now);
  parts[0] = headline->title;
  parts[1] = headline->outlet;
  parts[2] = get_wall (headline);
  parts[3] = headline->read ? NULL : C_ ("state of an article", "unread");
  parts[4] = headline->bookmarked ? C_ ("state of an article", "bookmarked") : NULL;
  parts[5] = when;

  return join (parts, G_N_ELEMENTS (parts), C_ ("between facts about an article", ", "));
}

char *
news_headline_dup_facts (NewsHeadline *headline, gint64 now)
{
  g_autofree char *when = NULL;
  g_autofree char *visits = NULL;
  g_autofree char *facts = NULL;

  g_return_val_if_fail (NEWS_IS_HEADLINE (headline), NULL);

  when = news_when_dup_short (headline->published, now);
  visits = news_when_dup_visits (headline->visits);
  facts = join ((const char *[]) { when, visits }, 2, " · ");

  return g_strconcat (headline->outlet != NULL && *facts != '\0' ? " · " : "", facts, NULL);
}
