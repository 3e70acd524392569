/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-selection-html.h"

#include "news-paragraph.h"
#include "news-table.h"

#include <stdlib.h>
#include <string.h>

#define LINE_SEPARATOR 0x2028

static void append_widget (GString *html, GtkWidget *widget);

/* --- letters --- */

static const struct
{
  NewsStyle style;
  const char *tag;
} tags[] = {
  { NEWS_STYLE_STRONG, "strong" },   { NEWS_STYLE_EMPHASIS, "em" },   { NEWS_STYLE_CODE, "code" },
  { NEWS_STYLE_SUPERSCRIPT, "sup" }, { NEWS_STYLE_SUBSCRIPT, "sub" }, { NEWS_STYLE_STRUCK, "s" },
  { NEWS_STYLE_UNDERLINED, "u" },    { NEWS_STYLE_MARKED, "mark" },   { NEWS_STYLE_SMALL, "small" },
};

static void
append_attribute (GString *html, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (html, " %s=\"%s\"", name, escaped);
}

static void
open_span (GString *html, const NewsSpan *span)
{
  if (span->link != NULL)
    {
      g_string_append (html, "<a");
      append_attribute (html, "href", span->link);
      g_string_append_c (html, '>');
    }
  if (span->language != NULL)
    {
      g_string_append (html, "<span");
      append_attribute (html, "lang", span->language);
      g_string_append_c (html, '>');
    }
  if (span->expansion != NULL)
    {
      g_string_append (html, "<abbr");
      append_attribute (html, "title", span->expansion);
      g_string_append_c (html, '>');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if ((span->style & tags[i].style) != 0)
      g_string_append_printf (html, "<%s>", tags[i].tag);
}

static void
close_span (GString *html, const NewsSpan *span)
{
  for (gsize i = G_N_ELEMENTS (tags); i > 0; i--)
    if ((span->style & tags[i - 1].style) != 0)
      g_string_append_printf (html, "</%s>", tags[i - 1].tag);
  if (span->expansion != NULL)
    g_string_append (html, "</abbr>");
  if (span->language != NULL)
    g_string_append (html, "</span>");
  if (span->link != NULL)
    g_string_append (html, "</a>");
}

static void
append_letters (GString *html, const char *letters, guint start, guint end)
{
  for (const char *at = letters + start; at < letters + end; at = g_utf8_next_char (at))
    {
      g_autofree char *escaped = NULL;

      if (g_utf8_get_char (at) == LINE_SEPARATOR)
        {
          g_string_append (html, "<br>");
          continue;
        }
      escaped = g_markup_escape_text (at, g_utf8_next_char (at) - at);
      g_string_append (html, escaped);
    }
}

/* Closes the spans that end before @until, the innermost first, with the letters up to there. */
static void
close_spans (GString *html, const char *letters, GPtrArray *open, guint *at, guint until)
{
  while (open->len > 0)
    {
      const NewsSpan *span = g_ptr_array_index (open, open->len - 1);

      if (span->end > until)
        break;
      append_letters (html, letters, *at, MAX (*at, span->end));
      *at = MAX (*at, span->end);
      close_span (html, span);
      g_ptr_array_set_size (open, (int) open->len - 1);
    }
}

/* Spans are in order, an outer one before those in it; see news-block.h. */
static void
append_text (GString *html, const NewsText *text, guint start, guint end)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint at = start;

  for (guint i = 0; i < text->spans->len; i++)
    {
      const NewsSpan *span = &g_array_index (text->spans, NewsSpan, i);

      if (span->end <= start || span->start >= end)
        continue;
      close_spans (html, text->text, open, &at, span->start);
      append_letters (html, text->text, at, MAX (at, span->start));
      at = MAX (at, span->start);
      open_span (html, span);
      g_ptr_array_add (open, (gpointer) span);
    }
  close_spans (html, text->text, open, &at, end);
  append_letters (html, text->text, at, MAX (at, end));
  for (guint i = open->len; i > 0; i--)
    close_span (html, g_ptr_array_index (open, i - 1));
}

/* --- paragraphs --- */

/* What a paragraph is, by the style class that it was made with. */
static const struct
{
  const char *style_class;
  const char *open;
  const char *close;
} kinds[] = {
  { "headline", "<h1>", "</h1>" },        { "heading-2", "<h2>", "</h2>" },
  { "heading-3", "<h3>", "</h3>" },       { "heading-4", "<h4>", "</h4>" },
  { "code", "<pre>", "</pre>" },          { "verse", "<pre>", "</pre>" },
  { "cite", "<p><cite>", "</cite></p>" }, { "summary", "<summary>", "</summary>" },
};

/* Whether the selection goes on beyond @widget in the other part of the same paragraph, which is
 * @other. */
static gboolean
is_part_of (GtkWidget *widget, GtkWidget *other)
{
  guint start, end;

  return widget != NULL && other != NULL && NEWS_IS_PARAGRAPH (other)
         && gtk_widget_has_css_class (widget, "goes-on")
         && news_paragraph_get_selection (NEWS_PARAGRAPH (other), &start, &end);
}

static void
append_paragraph (GString *html, NewsParagraph *paragraph)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (paragraph));
  GtkWidget *after = gtk_widget_get_next_sibling (GTK_WIDGET (paragraph));
  const char *opening = "<p>";
  const char *closing = "</p>";
  guint start, end;

  if (!news_paragraph_get_selection (paragraph, &start, &end))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (paragraph), kinds[i].style_class))
      {
        opening = kinds[i].open;
        closing = kinds[i].close;
      }
  if (!is_part_of (before, before))
    g_string_append (html, opening);
  append_text (html, news_paragraph_get_text (paragraph), start, end);
  if (!is_part_of (GTK_WIDGET (paragraph), after))
    g_string_append (html, closing);
}

/* --- what holds them --- */

static char *
dup_children (GtkWidget *widget)
{
  GString *html = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_widget (html, child);

  return g_string_free_and_steal (html);
}

/* A paragraph that is alone in an item or a cell needs no tags of its own. */
static char *
dup_bare_children (GtkWidget *widget)
{
  g_autofree char *html = dup_children (widget);
  gsize length = strlen (html);
  g_autofree char *inner = NULL;

  if (!g_str_has_prefix (html, "<p>") || !g_str_has_suffix (html, "</p>")
      || g_str_has_prefix (html, "<p><cite>"))
    return g_steal_pointer (&html);

  inner = g_strndup (html + strlen ("<p>"), length - strlen ("<p></p>"));

  if (strstr (inner, "<p>") != NULL)
    return g_steal_pointer (&html);

  return g_steal_pointer (&inner);
}

static void
append_within (GString *html, const char *tag, const char *inner)
{
  if (*inner != '\0')
    g_string_append_printf (html, "<%s>%s</%s>", tag, inner, tag);
}

/* The number that an item shows; 0 where it has a bullet. */
static int
get_number (GtkWidget *item)
{
  GtkWidget *mark = gtk_widget_get_first_child (item);

  return GTK_IS_LABEL (mark) ? atoi (gtk_label_get_text (GTK_LABEL (mark))) : 0;
}

static void
append_list (GString *html, GtkWidget *list)
{
  g_autoptr (GString) items = g_string_new (NULL);
  int first = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      g_autofree char *inner = dup_bare_children (item);

      if (items->len == 0)
        first = get_number (item);
      append_within (items, "li", inner);
    }
  if (items->len == 0)
    return;

  if (first > 0)
    g_string_append_printf (html, "<ol start=\"%d\">%s</ol>", first, items->str);
  else
    append_within (html, "ul", items->str);
}

static void
append_cell (GString *html, NewsTable *table, GtkWidget *cell)
{
  const char *tag = gtk_widget_has_css_class (cell, "cell") ? "td" : "th";
  g_autofree char *inner = dup_bare_children (cell);
  int columns, rows;

  news_table_get_span (table, cell, &columns, &rows);
  g_string_append_printf (html, "<%s", tag);
  if (columns > 1)
    g_string_append_printf (html, " colspan=\"%d\"", columns);
  if (rows > 1)
    g_string_append_printf (html, " rowspan=\"%d\"", rows);
  g_string_append_printf (html, ">%s</%s>", inner, tag);
}

static gboolean
has_selection (GtkWidget *widget)
{
  guint start, end;

  if (NEWS_IS_PARAGRAPH (widget))
    return news_paragraph_get_selection (NEWS_PARAGRAPH (widget), &start, &end);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_selection (child))
      return TRUE;

  return FALSE;
}

/* Rows without anything selected are left out; of the others, all cells keep their columns. */
static void
append_table (GString *html, NewsTable *table)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (table)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (GString) cells = g_string_new (NULL);

      if (!has_selection (row))
        continue;
      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
           cell = gtk_widget_get_next_sibling (cell))
        append_cell (cells, table, cell);
      append_within (rows, "tr", cells->str);
    }
  append_within (html, "table", rows->str);
}

/* What is folded away is not selected. */
static void
append_details (GString *html, GtkExpander *expander)
{
  g_autoptr (GString) inner = g_string_new (NULL);

  append_widget (inner, gtk_expander_get_label_widget (expander));
  if (gtk_expander_get_expanded (expander))
    append_widget (inner, gtk_expander_get_child (expander));
  append_within (html, "details", inner->str);
}

static void
append_widget (GString *html, GtkWidget *widget)
{
  g_autofree char *inner = NULL;

  if (!gtk_widget_get_visible (widget))
    return;

  if (NEWS_IS_PARAGRAPH (widget))
    {
      append_paragraph (html, NEWS_PARAGRAPH (widget));
      return;
    }
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST
      && gtk_widget_has_css_class (widget, "list"))
    {
      append_list (html, widget);
      return;
    }
  if (NEWS_IS_TABLE (widget))
    {
      append_table (html, NEWS_TABLE (widget));
      return;
    }

  if (GTK_IS_EXPANDER (widget))
    {
      append_details (html, GTK_EXPANDER (widget));
      return;
    }

  inner = dup_children (widget);
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
      == GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE)
    append_within (html, "blockquote", inner);
  else
    g_string_append (html, inner);
}

char *
news_selection_html_dup (GtkWidget *root)
{
  GString *html = g_string_new (NULL);

  append_widget (html, root);
  if (html->len > 0)
    return g_string_free_and_steal (html);

  g_string_free (html, TRUE);

  return NULL;
}
