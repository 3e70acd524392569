/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-citation.h"

#include "news-address.h"
#include "news-quotation-marks.h"
#include "news-when.h"

#include <glib/gi18n.h>
#include <string.h>

/* Bytes of a title in a mail: some programs cut addresses at 2,000, and a Han letter takes nine. */
#define MAX_SUBJECT 400

/* --- parts --- */

static char *
dup_title (NewsArticle *article)
{
  const NewsQuotationMarks *marks = news_quotation_marks_get (article->language, 0);

  if (article->title == NULL)
    return NULL;

  return g_strconcat (marks->open, article->title, marks->close, NULL);
}

static void
add (GPtrArray *parts, const char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, g_strdup (part));
}

/* All but the address, which is not always shown: title, author, outlet, date. */
static GPtrArray *
collect (NewsArticle *article, gboolean with_title)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = with_title ? dup_title (article) : NULL;
  g_autofree char *date = news_when_dup_date (article->published);

  add (parts, title);
  add (parts, article->byline);
  add (parts, article->outlet);
  add (parts, date);

  return parts;
}

static char *
join (GPtrArray *parts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        /* Translators: between author, newspaper and date of a cited article */
        g_string_append (line, C_ ("citation", ", "));
      g_string_append (line, g_ptr_array_index (parts, i));
    }

  return g_strdup (line->str);
}

/* --- HTML --- */

static void
append_escaped (GString *html, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (html, escaped);
}

static void
append_language (GString *html, NewsArticle *article)
{
  if (article->language == NULL)
    return;

  g_string_append (html, " lang=\"");
  append_escaped (html, article->language, -1);
  g_string_append_c (html, '"');
}

static void
append_title (GString *html, NewsArticle *article)
{
  g_autofree char *link = news_citation_dup_link (article);
  g_autofree char *title = dup_title (article);
  const char *shown = title != NULL ? title : link;

  if (shown == NULL)
    return;

  if (link != NULL)
    {
      g_string_append (html, "<a href=\"");
      append_escaped (html, link, -1);
      g_string_append_c (html, '"');
      append_language (html, article);
      g_string_append_c (html, '>');
    }
  append_escaped (html, shown, -1);
  if (link != NULL)
    g_string_append (html, "</a>");
}

static void
append_citation (GString *html, NewsArticle *article)
{
  g_autoptr (GPtrArray) parts = collect (article, FALSE);
  g_autofree char *rest = join (parts);
  gsize before = html->len;

  append_title (html, article);
  if (html->len > before && *rest != '\0')
    append_escaped (html, C_ ("citation", ", "), -1);
  append_escaped (html, rest, -1);
}

/* The next paragraph of @quote, which is moved behind it, without space around; NULL at the end. */
static char *
dup_paragraph (const char **quote)
{
  while (**quote != '\0')
    {
      gsize length = strcspn (*quote, "\n");
      char *paragraph = g_strstrip (g_strndup (*quote, length));

      *quote += length + ((*quote)[length] == '\n');
      if (*paragraph != '\0')
        return paragraph;
      g_free (paragraph);
    }

  return NULL;
}

/* --- mail --- */

/* RFC 6068, 2: percent-encoded UTF-8, line breaks as CR and LF. */
static void
append_field (GString *address, const char *name, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *broken = g_strjoinv ("\r\n", lines);
  g_autofree char *escaped = g_uri_escape_string (broken, NULL, FALSE);

  g_string_append_printf (address, "%c%s=%s", strchr (address->str, '?') != NULL ? '&' : '?', name,
                          escaped);
}

/* On one line and not too long; cut between letters. */
static char *
dup_subject (NewsArticle *article)
{
  g_autofree char *subject = g_strdup (article->title != NULL    ? article->title
                                       : article->outlet != NULL ? article->outlet
                                                                 : _ ("An article"));
  g_autofree char *valid = NULL;

  g_strdelimit (subject, "\r\n\t", ' ');
  if (strlen (subject) <= MAX_SUBJECT)
    return g_steal_pointer (&subject);

  valid = g_utf8_substring (subject, 0, g_utf8_strlen (subject, MAX_SUBJECT));

  return g_strconcat (valid, "…", NULL);
}

/* --- public --- */

char *
news_citation_dup_link (NewsArticle *article)
{
  return article->url != NULL ? news_address_resolve (NULL, article->url, NEWS_ADDRESS_LINK) : NULL;
}

char *
news_citation_dup_text (NewsArticle *article)
{
  g_autoptr (GPtrArray) parts = collect (article, TRUE);
  g_autofree char *link = news_citation_dup_link (article);

  add (parts, link);

  return join (parts);
}

char *
news_citation_dup_html (NewsArticle *article)
{
  g_autoptr (GString) html = g_string_new ("<p>");

  append_citation (html, article);
  g_string_append (html, "</p>");

  return g_strdup (html->str);
}

char *
news_citation_dup_quote_text (NewsArticle *article, const char *quote)
{
  const NewsQuotationMarks *marks = news_quotation_marks_get (article->language, 0);
  g_autoptr (GPtrArray) parts = collect (article, TRUE);
  g_autofree char *citation = join (parts);
  g_autofree char *link = news_citation_dup_link (article);
  g_autofree char *words = g_strstrip (g_strdup (quote));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s%s%s\n", marks->open, words, marks->close);
  if (*citation != '\0')
    /* Translators: under a quotation, where it is from */
    g_string_append_printf (text, _ ("— %s"), citation);
  if (link != NULL)
    g_string_append_printf (text, "%s%s", *citation != '\0' ? "\n" : "", link);

  return g_strdup (text->str);
}

char *
news_citation_dup_quote_html (NewsArticle *article, const char *quote)
{
  g_autoptr (GString) html = g_string_new (NULL);
  char *paragraph;

  while ((paragraph = dup_paragraph (&quote)) != NULL)
    {
      g_string_append (html, "<p>");
      append_escaped (html, paragraph, -1);
      g_string_append (html, "</p>");
      g_free (paragraph);
    }

  return news_citation_dup_quote_markup (article, html->str);
}

char *
news_citation_dup_quote_markup (NewsArticle *article, const char *markup)
{
  g_autoptr (GString) html = g_string_new ("<blockquote");
  g_autofree char *link = news_citation_dup_link (article);

  if (link != NULL)
    {
      g_string_append (html, " cite=\"");
      append_escaped (html, link, -1);
      g_string_append_c (html, '"');
    }
  append_language (html, article);
  g_string_append_printf (html, ">%s</blockquote><p>— ", markup);
  append_citation (html, article);
  g_string_append (html, "</p>");

  return g_strdup (html->str);
}

char *
news_citation_dup_mail (NewsArticle *article)
{
  g_autofree char *subject = dup_subject (article);
  g_autofree char *link = news_citation_dup_link (article);
  g_autoptr (GString) body = g_string_new (NULL);
  GString *address = g_string_new ("mailto:");
  const char *const lines[] = { subject, article->outlet, link };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (body, "%s\n", lines[i]);

  append_field (address, "subject", subject);
  append_field (address, "body", body->str);

  return g_string_free_and_steal (address);
}

GdkContentProvider *
news_citation_create_content (const char *text, const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}
