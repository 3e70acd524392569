/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-feed-people.h"

#include "news-feed-text.h"
#include "news-markup.h"

#include <string.h>

/* Of authors or topics that one item may have; more are left out. */
#define MAX_NAMES 64

/* RSS asks for an address of mail with the name in brackets; others write "Name <address>". A mere
 * address is no name. */
static char *
tidy_name (char *name)
{
  g_autofree char *text = name;
  char *at = text != NULL ? strchr (text, '@') : NULL;
  char *open, *close;

  if (at == NULL || at == text)
    return g_steal_pointer (&text);

  open = strchr (at, '(');
  close = strrchr (at, ')');
  if (open != NULL && close != NULL && close > open)
    {
      *close = '\0';
      return news_markup_tidy_text (open + 1);
    }

  open = strchr (text, '<');
  if (open == NULL || open > at)
    return NULL;
  *open = '\0';

  return news_markup_tidy_text (text);
}

static char *
dup_name (const xmlNode *author)
{
  const xmlNode *name = news_xml_find_child (author, NEWS_XML_FEED, "name");

  if (name == NULL && news_xml_has_elements (author))
    return NULL;

  return tidy_name (news_feed_text_dup_line (name != NULL ? name : author));
}

void
news_feed_people_add_once (GPtrArray *texts, char *text)
{
  if (text == NULL || texts->len >= MAX_NAMES
      || g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

char *
news_feed_people_dup_authors (const xmlNode *node)
{
  static const struct
  {
    guint spaces;
    const char *name;
  } names[] = { { NEWS_XML_DC, "creator" },
                { NEWS_XML_FEED, "author" },
                { NEWS_XML_DC, "author" },
                { NEWS_XML_ITUNES, "author" } };
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names) && authors->len == 0; i++)
    for (xmlNode *at = news_xml_find_next (node->children, names[i].spaces, names[i].name);
         at != NULL; at = news_xml_find_next (at->next, names[i].spaces, names[i].name))
      news_feed_people_add_once (authors, dup_name (at));
  if (authors->len == 0)
    return NULL;

  g_ptr_array_add (authors, NULL);

  return g_strjoinv (", ", (char **) authors->pdata);
}
