/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-bookmarks-html.h"

#include "news-html-scanner.h"
#include "news-markup.h"
#include "news-web-address.h"

#include <string.h>

/* Folders in one another that are looked at, and letters that a title, a description or the name of
 * a folder may have. */
#define MOST_DEEP 32
#define MOST_LETTERS 4000

/* Topics of one bookmark. */
#define MOST_TOPICS 32

/* Who has written the file, by which an order is known that a reader chose: browsers add to the end
 * of a folder, so that theirs is mostly the one of the times, and the other way round. */
#define GENERATOR "Broadsheet"

typedef enum
{
  NOTHING,
  TITLE,
  DESCRIPTION,
  FOLDER,
} Place;

typedef struct
{
  NewsBookmarkList *list;
  GPtrArray *folders; /* char*, or NULL for one that is no topic: those that are open */
  guint deeper;       /* folders that are open beyond those */
  Place place;
  GString *words;       /* HTML of what is being read */
  NewsArticle *article; /* the link being read, or the last one, which may get a description */
  gint64 time;
  char *folder; /* name of the one that comes next, or NULL */
  gboolean named;
} Reader;

/* --- what a link tells --- */

/* Seconds, though some write milliseconds or microseconds. */
static gint64
read_time (const NewsHtmlScanner *scanner, const char *name)
{
  g_autofree char *text = news_html_scanner_dup_attribute (scanner, name);
  gint64 time = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

  if (time > G_GINT64_CONSTANT (100000000000000))
    time /= G_USEC_PER_SEC;
  else if (time > G_GINT64_CONSTANT (100000000000))
    time /= 1000;

  return MAX (time, 0);
}

static void
add_topic (GPtrArray *topics, const char *name)
{
  g_autofree char *tidy = news_markup_tidy_text (name);

  if (tidy == NULL || topics->len >= MOST_TOPICS
      || g_ptr_array_find_with_equal_func (topics, tidy, g_str_equal, NULL))
    return;

  g_ptr_array_add (topics, g_steal_pointer (&tidy));
}

static char **
list_topics (Reader *self, const char *tags)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) names = tags != NULL ? g_strsplit (tags, ",", MOST_TOPICS) : NULL;

  for (guint i = 0; i < self->folders->len; i++)
    if (g_ptr_array_index (self->folders, i) != NULL)
      add_topic (topics, g_ptr_array_index (self->folders, i));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_topic (topics, names[i]);
  if (topics->len == 0)
    return NULL;
  g_ptr_array_add (topics, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&topics), FALSE);
}

/* --- words --- */

static char *
take_words (Reader *self)
{
  char *text = news_markup_to_text (self->words->str);

  g_string_truncate (self->words, 0);

  return text;
}

static void
finish_link (Reader *self)
{
  if (self->article == NULL)
    return;

  news_bookmark_list_take (self->list, g_steal_pointer (&self->article), self->time);
}

/* What was being read ends here, whether or not its end tag has come. */
static void
finish_words (Reader *self)
{
  Place place = self->place;
  g_autofree char *text = take_words (self);

  self->place = NOTHING;
  if (place == TITLE && self->article != NULL)
    self->article->title = g_steal_pointer (&text);
  else if (place == DESCRIPTION && self->article != NULL && self->article->standfirst == NULL)
    self->article->standfirst = g_steal_pointer (&text);
  else if (place == FOLDER && self->named)
    g_set_str (&self->folder, text);
}

static void
begin_words (Reader *self, Place place)
{
  finish_words (self);
  self->place = place;
}

static void
append_words (Reader *self, const NewsHtmlScanner *scanner)
{
  gsize room = MOST_LETTERS - MIN (self->words->len, MOST_LETTERS);

  if (self->place != NOTHING)
    g_string_append_len (self->words, scanner->text, (gssize) MIN (scanner->length, room));
}

/* --- tags --- */

static void
begin_link (Reader *self, const NewsHtmlScanner *scanner)
{
  g_autofree char *address = news_html_scanner_dup_attribute (scanner, "href");
  g_autofree char *tags = news_html_scanner_dup_attribute (scanner, "tags");

  begin_words (self, TITLE);
  finish_link (self);
  if (address == NULL)
    return;

  if (!news_web_address_is_web (address))
    {
      self->list->left_out++;
      return;
    }

  self->article = news_article_new ();
  self->article->url = news_web_address_resolve (address, NULL);
  self->article->topics = list_topics (self, tags);
  self->time = read_time (scanner, "add_date");
  if (self->time == 0)
    self->time = read_time (scanner, "time_added");
  if (self->article->url == NULL)
    {
      g_clear_pointer (&self->article, news_article_unref);
      self->list->left_out++;
    }
}

/* The folders that every browser has tell nothing of what is in them. */
static void
begin_folder (Reader *self, const NewsHtmlScanner *scanner)
{
  gsize length;

  begin_words (self, FOLDER);
  finish_link (self);
  g_clear_pointer (&self->folder, g_free);
  self->named
    = news_html_scanner_get_attribute (scanner, "personal_toolbar_folder", &length) == NULL
      && news_html_scanner_get_attribute (scanner, "unfiled_bookmarks_folder", &length) == NULL;
}

static void
open_list (Reader *self)
{
  finish_words (self);
  finish_link (self);
  if (self->folders->len < MOST_DEEP)
    g_ptr_array_add (self->folders, g_steal_pointer (&self->folder));
  else
    self->deeper++;
  g_clear_pointer (&self->folder, g_free);
}

static void
close_list (Reader *self)
{
  finish_words (self);
  finish_link (self);
  if (self->deeper > 0)
    self->deeper--;
  else if (self->folders->len > 0)
    g_ptr_array_set_size (self->folders, (int) self->folders->len - 1);
}

static void
read_meta (Reader *self, const NewsHtmlScanner *scanner)
{
  g_autofree char *name = news_html_scanner_dup_attribute (scanner, "name");
  g_autofree char *content = news_html_scanner_dup_attribute (scanner, "content");

  if (name != NULL && g_ascii_strcasecmp (name, "generator") == 0
      && g_strcmp0 (content, GENERATOR) == 0)
    self->list->ordered = TRUE;
}

static void
read_start (Reader *self, const NewsHtmlScanner *scanner)
{
  const char *name = scanner->name;

  if (g_str_equal (name, "a"))
    begin_link (self, scanner);
  else if (g_str_equal (name, "h3"))
    begin_folder (self, scanner);
  else if (g_str_equal (name, "dd"))
    begin_words (self, DESCRIPTION);
  else if (g_str_equal (name, "dl"))
    open_list (self);
  else if (g_str_equal (name, "meta"))
    read_meta (self, scanner);
  else if (g_str_equal (name, "dt") || g_str_equal (name, "li") || g_str_equal (name, "h1"))
    finish_words (self);
}

static void
read_end (Reader *self, const NewsHtmlScanner *scanner)
{
  const char *name = scanner->name;

  if (g_str_equal (name, "dl"))
    close_list (self);
  else if (g_str_equal (name, "a") || g_str_equal (name, "h3") || g_str_equal (name, "dd"))
    finish_words (self);
}

NewsBookmarkList *
news_bookmarks_html_read (const char *html, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (html, (gssize) length);
  Reader self = { .list = news_bookmark_list_new () };
  NewsHtmlScanner scanner;

  self.folders = g_ptr_array_new_with_free_func (g_free);
  self.words = g_string_new (NULL);
  news_html_scanner_init (&scanner, valid, strlen (valid));
  while (news_html_scanner_next (&scanner))
    switch (scanner.token)
      {
      case NEWS_HTML_TEXT:
        append_words (&self, &scanner);
        break;
      case NEWS_HTML_START:
        read_start (&self, &scanner);
        break;
      case NEWS_HTML_END:
        read_end (&self, &scanner);
        break;
      default:
        break;
      }
  finish_words (&self);
  finish_link (&self);

  g_ptr_array_unref (self.folders);
  g_string_free (self.words, TRUE);
  g_free (self.folder);

  return self.list;
}

gboolean
news_bookmarks_html_recognise (const char *html, gsize length)
{
  NewsHtmlScanner scanner;
  gsize size;

  news_html_scanner_init (&scanner, html, length);
  while (news_html_scanner_next (&scanner))
    {
      if (news_html_scanner_is (&scanner, NEWS_HTML_START, "a")
          && news_html_scanner_get_attribute (&scanner, "href", &size) != NULL)
        return TRUE;
      if (news_html_scanner_is (&scanner, NEWS_HTML_START, "dl"))
        return TRUE;
    }

  return FALSE;
}

/* --- writing --- */

void
news_bookmarks_html_begin (GString *html)
{
  g_string_append (html, "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"
                         "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n"
                         "<META NAME=\"Generator\" CONTENT=\"" GENERATOR "\">\n"
                         "<TITLE>Bookmarks</TITLE>\n"
                         "<H1>Bookmarks</H1>\n"
                         "<DL><p>\n");
}

static void
append_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

/* A comma in a name would be one between two. */
static void
append_tags (GString *html, char **topics)
{
  g_string_append (html, " TAGS=\"");
  for (guint i = 0; topics[i] != NULL; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (topics[i]), ",", ' ');

      if (i > 0)
        g_string_append_c (html, ',');
      append_escaped (html, name);
    }
  g_string_append_c (html, '"');
}

void
news_bookmarks_html_append (GString *html, const NewsBookmark *bookmark)
{
  const NewsArticle *article = bookmark->article;

  g_string_append (html, "    <DT><A HREF=\"");
  append_escaped (html, article->url);
  g_string_append_c (html, '"');
  if (bookmark->time > 0)
    g_string_append_printf (html, " ADD_DATE=\"%" G_GINT64_FORMAT "\"", bookmark->time);
  if (article->topics != NULL && article->topics[0] != NULL)
    append_tags (html, article->topics);
  g_string_append_c (html, '>');
  append_escaped (html, article->title != NULL ? article->title : article->url);
  g_string_append (html, "</A>\n");
  if (article->standfirst != NULL)
    {
      g_string_append (html, "    <DD>");
      append_escaped (html, article->standfirst);
      g_string_append_c (html, '\n');
    }
}

void
news_bookmarks_html_end (GString *html)
{
  g_string_append (html, "</DL><p>\n");
}
