/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmarks-markdown.h"

#include "news-date.h"
#include "news-markup.h"
#include "news-web-address.h"

#include <string.h>

/* A line that is longer is no item that anybody wrote. */
#define MOST_BYTES 16384

/* Characters that mean something within a line. */
#define MARKS "\\`*_[]>&#"

#define DASH " — "

/* A link of a line. All is borrowed from it. */
typedef struct
{
  const char *title; /* NULL for a bare address */
  const char *title_end;
  const char *address;
  const char *address_end;
  const char *rest;
} Link;

/* What stands behind the mark of an item, and its box, or NULL. */
static const char *
find_item (const char *line)
{
  const char *at = line + strspn (line, " \t");
  gsize digits = strspn (at, "0123456789");

  if (digits > 0 && digits < 10 && (at[digits] == '.' || at[digits] == ')'))
    at += digits + 1;
  else if (*at == '-' || *at == '*' || *at == '+')
    at++;
  else
    return NULL;
  if (*at != ' ' && *at != '\t')
    return NULL;

  at += strspn (at, " \t");
  if (at[0] == '[' && at[1] != '\0' && strchr (" xX", at[1]) != NULL && at[2] == ']')
    at += 3;

  return at;
}

/* The bracket that closes the one at @at, which may hold others, or NULL. */
static const char *
find_bracket (const char *at)
{
  int depth = 0;

  for (; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        at++;
      else if (*at == '[')
        depth++;
      else if (*at == ']' && --depth == 0)
        return at;
    }

  return NULL;
}

/* Reads "(address "title")" at @at. Parentheses in an address are in pairs. */
static gboolean
read_target (const char *at, Link *link)
{
  gboolean angled = at[1] == '<';
  int depth = 0;

  if (*at != '(')
    return FALSE;

  link->address = at = at + (angled ? 2 : 1);
  for (; *at != '\0'; at++)
    {
      if (angled ? *at == '>' : *at == ' ' || *at == '\t' || (*at == ')' && depth == 0))
        break;
      depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
    }
  link->address_end = at;
  link->rest = strchr (at, ')');

  return link->rest != NULL && link->rest++ != NULL;
}

static gboolean
starts_address (const char *at)
{
  return g_ascii_strncasecmp (at, "http://", 7) == 0
         || g_ascii_strncasecmp (at, "https://", 8) == 0;
}

static void
read_bare (const char *at, Link *link)
{
  gsize length = strcspn (at, " \t<>\"");

  link->title = NULL;
  link->address = at;
  /* What ends a sentence does not belong to it. */
  while (length > 0 && strchr (".,;:!?)", at[length - 1]) != NULL)
    length--;
  link->address_end = link->rest = at + length;
}

/* A picture, which begins with "!", is no link, but may be in one. */
static gboolean
find_link (const char *item, Link *link)
{
  for (const char *at = item; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
        }
      else if (*at == '[')
        {
          const char *end = find_bracket (at);

          /* Without an end there is none for any that follows, which would be looked for again. */
          if (end == NULL)
            return FALSE;
          link->title = at + 1;
          link->title_end = end;
          if (!read_target (end + 1, link))
            at = end;
          else if (at == item || at[-1] != '!')
            return TRUE;
          else
            at = link->rest - 1;
        }
      else if (starts_address (at))
        {
          read_bare (at, link);
          return TRUE;
        }
    }

  return FALSE;
}

/* Text in Markdown as plain text; marks that no one opened stay. */
static char *
dup_plain (const char *text, const char *end)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; at < end; at++)
    {
      gboolean escaped = *at == '\\' && at + 1 < end && g_ascii_ispunct (at[1]);

      at += escaped;
      if (*at == '<')
        g_string_append (plain, "&lt;");
      else if (*at == '&' && escaped)
        g_string_append (plain, "&amp;");
      else if (escaped)
        g_string_append_c (plain, *at);
      else if (*at != '*' && *at != '`')
        g_string_append_c (plain, *at);
    }

  return news_markup_to_text (plain->str);
}

/* What Broadsheet writes behind a link: who published it, and when. */
static void
read_rest (const char *rest, NewsArticle *article)
{
  g_autoptr (NewsDate) date = news_date_new ("date");
  const char *comma;
  const char *end;

  if (!g_str_has_prefix (rest, DASH))
    return;

  rest += strlen (DASH);
  end = rest + strlen (rest);
  comma = g_strrstr (rest, ", ");
  if (news_date_read (date, comma != NULL ? comma + 2 : rest, &article->published))
    end = comma != NULL ? comma : rest;
  article->outlet = dup_plain (rest, end);
}

static void
read_line (const char *line, NewsBookmarkList *list)
{
  const char *item = strlen (line) <= MOST_BYTES ? find_item (line) : NULL;
  g_autofree char *address = NULL;
  g_autofree char *url = NULL;
  NewsArticle *article;
  Link link;

  if (item == NULL || !find_link (item, &link))
    return;

  address = g_strndup (link.address, (gsize) (link.address_end - link.address));
  url = news_web_address_is_web (address) ? news_web_address_resolve (address, NULL) : NULL;
  if (url == NULL)
    {
      list->left_out++;
      return;
    }

  article = news_article_new ();
  article->url = g_steal_pointer (&url);
  if (link.title != NULL)
    article->title = dup_plain (link.title, link.title_end);
  read_rest (link.rest, article);
  news_bookmark_list_take (list, article, 0);
}

NewsBookmarkList *
news_bookmarks_markdown_read (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  NewsBookmarkList *list = news_bookmark_list_new ();
  char *line = valid;

  list->ordered = TRUE;
  while (line != NULL)
    {
      char *end = strpbrk (line, "\r\n");

      if (end != NULL)
        *end++ = '\0';
      read_line (line, list);
      line = end;
    }

  return list;
}

/* --- writing --- */

void
news_bookmarks_markdown_begin (GString *text)
{
  g_string_append (text, "# Bookmarks\n\n");
}

/* "<" would look like HTML to whoever only glances at it, even behind a backslash. */
static void
append_plain (GString *text, const char *plain)
{
  g_autofree char *tidy = news_markup_tidy_text (plain);

  for (const char *at = tidy != NULL ? tidy : ""; *at != '\0'; at++)
    {
      if (strchr (MARKS, *at) != NULL)
        g_string_append_c (text, '\\');
      if (*at == '<')
        g_string_append (text, "&lt;");
      else
        g_string_append_c (text, *at);
    }
}

/* Parentheses that are not in pairs would end it. */
static void
append_address (GString *text, const char *address)
{
  for (const char *at = address; *at != '\0'; at++)
    {
      if (strchr ("() <>", *at) != NULL)
        g_string_append_printf (text, "%%%02X", (guchar) *at);
      else
        g_string_append_c (text, *at);
    }
}

void
news_bookmarks_markdown_append (GString *text, const NewsBookmark *bookmark)
{
  const NewsArticle *article = bookmark->article;
  g_autoptr (GDateTime) published
    = article->published != 0 ? g_date_time_new_from_unix_utc (article->published) : NULL;
  g_autofree char *day = published != NULL ? g_date_time_format (published, "%Y-%m-%d") : NULL;

  g_string_append (text, "- [");
  append_plain (text, article->title != NULL ? article->title : article->url);
  g_string_append (text, "](");
  append_address (text, article->url);
  g_string_append_c (text, ')');
  if (article->outlet != NULL || day != NULL)
    g_string_append (text, DASH);
  if (article->outlet != NULL)
    append_plain (text, article->outlet);
  if (day != NULL)
    g_string_append_printf (text, "%s%s", article->outlet != NULL ? ", " : "", day);
  g_string_append_c (text, '\n');
}
