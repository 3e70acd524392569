/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown.h"

#include "news-html-tag.h"
#include "news-markdown-inline.h"
#include "news-markdown-line.h"
#include "news-page.h"

#include <string.h>

/* A page holds less than that, whatever is in it. In bytes. */
#define MAX_BYTES (4 << 20)

/* Quotes and lists in one another; deeper ones are text. */
#define MAX_DEPTH 12

/* What named addresses may take in all, in bytes. */
#define MAX_REFERENCES (1 << 20)

#define TAB 4

typedef struct
{
  GString *html;
  NewsMarkdownReferences references;
} Writer;

/* Lines that lie in one another, without what makes them so: borrowed. */
typedef struct
{
  GPtrArray *lines;
  guint depth;
} Part;

static void write_part (Writer *self, const Part *part);

static const char *
get_line (const Part *part, guint index)
{
  return index < part->lines->len ? g_ptr_array_index (part->lines, index) : NULL;
}

/* --- what a line begins --- */

/* Whether HTML begins that is a block: its lines are left alone up to a blank one (4.6). What would
 * take all that follows with it if it were not closed, a comment or a script, is none, but may
 * stand in a line. */
static gboolean
begins_html (const char *line)
{
  const char *at = line + MIN (news_markdown_line_get_indent (line), 3);
  const NewsHtmlTag *tag;
  g_autofree char *name = NULL;
  gsize length = 0;

  if (*at != '<')
    return FALSE;

  at += 1 + (at[1] == '/');
  while (g_ascii_isalnum (at[length]))
    length++;
  name = g_ascii_strdown (at, (gssize) length);
  tag = length > 0 && at[length] != '\0' && strchr (" \t/>", at[length]) != NULL
          ? news_html_tag_find (name, length)
          : NULL;

  return tag != NULL && tag->group >= NEWS_HTML_GROUP_PARAGRAPH
         && tag->group < NEWS_HTML_GROUP_FRAME && tag->group != NEWS_HTML_GROUP_READING
         && tag->kind != NEWS_HTML_KIND_DROPPED;
}

/* Whether @line ends the paragraph before it without a blank line between them. */
static gboolean
interrupts (const char *line, guint depth)
{
  NewsMarkdownItem item;
  const char *text;
  gsize length;

  return news_markdown_line_get_heading (line, &text, &length) > 0
         || news_markdown_line_get_fence (line) > 0 || news_markdown_line_is_rule (line)
         || begins_html (line)
         || (depth < MAX_DEPTH
             && (news_markdown_line_get_quoted (line) != NULL
                 || (news_markdown_line_get_item (line, &item)
                     && news_markdown_item_may_interrupt (&item))));
}

/* Whether the paragraph that @before ends goes on in @line, which lacks the marks of what it is in.
 */
static gboolean
is_lazy (const char *before, const char *line, guint depth)
{
  return before != NULL && !news_markdown_line_is_blank (before)
         && !news_markdown_line_is_blank (line) && !interrupts (before, depth)
         && !interrupts (line, depth);
}

/* --- leaves --- */

static void
write_inline (Writer *self, const char *tag, const char *text)
{
  g_string_append_printf (self->html, "<%s>", tag);
  news_markdown_inline_append (self->html, text, &self->references);
  g_string_append_printf (self->html, "</%s>\n", tag);
}

static guint
write_heading (Writer *self, const Part *part, guint at)
{
  const char *text;
  gsize length;
  guint level = news_markdown_line_get_heading (get_line (part, at), &text, &length);
  const char tag[] = { 'h', (char) ('0' + level), '\0' };
  g_autofree char *words = NULL;

  if (level == 0)
    return 0;

  words = g_strndup (text, length);
  write_inline (self, tag, words);

  return 1;
}

static guint
write_code (Writer *self, const Part *part, guint at)
{
  const char *open = get_line (part, at);
  gsize indent = news_markdown_line_get_indent (open);
  const char *line;
  guint n = 1;

  if (news_markdown_line_get_fence (open) == 0)
    return 0;

  g_string_append (self->html, "<pre><code>");
  for (; (line = get_line (part, at + n)) != NULL && !news_markdown_line_closes (line, open); n++)
    {
      g_autofree char *escaped = NULL;

      line += MIN (indent, news_markdown_line_get_indent (line));
      escaped = g_markup_escape_text (line, -1);
      g_string_append_printf (self->html, "%s\n", escaped);
    }
  g_string_append (self->html, "</code></pre>\n");

  return n + (line != NULL);
}

static guint
write_html (Writer *self, const Part *part, guint at)
{
  const char *line;
  guint n = 0;

  if (!begins_html (get_line (part, at)))
    return 0;

  for (; (line = get_line (part, at + n)) != NULL && !news_markdown_line_is_blank (line); n++)
    g_string_append_printf (self->html, "%s\n", line);

  return n;
}

static void
write_row (Writer *self, const char *line, const char *tag, guint n_columns)
{
  g_autoptr (GPtrArray) cells = news_markdown_line_split_row (line);

  g_string_append (self->html, "<tr>");
  for (guint i = 0; i < MIN (cells->len, n_columns); i++)
    write_inline (self, tag, g_ptr_array_index (cells, i));
  g_string_append (self->html, "</tr>\n");
}

static guint
count_columns (const Part *part, guint at)
{
  const char *head = get_line (part, at);
  const char *below = get_line (part, at + 1);
  g_autoptr (GPtrArray) cells = NULL;

  /* A look before the row is taken apart: every line of a paragraph comes here. */
  if (below == NULL || strchr (head, '|') == NULL || strchr (below, '-') == NULL)
    return 0;

  cells = news_markdown_line_split_row (head);

  return news_markdown_line_is_delimiter (below, cells->len) ? cells->len : 0;
}

static guint
write_table (Writer *self, const Part *part, guint at)
{
  guint n_columns = count_columns (part, at);
  const char *line;
  guint n = 2;

  if (n_columns == 0)
    return 0;

  g_string_append (self->html, "<table>\n");
  write_row (self, get_line (part, at), "th", n_columns);
  for (; (line = get_line (part, at + n)) != NULL; n++)
    {
      if (news_markdown_line_is_blank (line) || interrupts (line, part->depth))
        break;
      write_row (self, line, "td", n_columns);
    }
  g_string_append (self->html, "</table>\n");

  return n;
}

/* One that goes on to the end of its block, or to a line of marks below it, which makes a heading
 * of it. */
static guint
write_paragraph (Writer *self, const Part *part, guint at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *line = get_line (part, at);
  const char *tag = "p";
  guint n = 0;

  do
    {
      g_string_append_printf (text, "%s%s", n > 0 ? "\n" : "",
                              line + news_markdown_line_get_indent (line));
      line = get_line (part, at + ++n);
      if (line != NULL && news_markdown_line_get_underline (line) > 0)
        {
          tag = news_markdown_line_get_underline (line) == 1 ? "h1" : "h2";
          n++;
          break;
        }
    }
  while (line != NULL && !news_markdown_line_is_blank (line) && !interrupts (line, part->depth)
         && count_columns (part, at + n) == 0);

  write_inline (self, tag, g_strchomp (text->str));

  return n;
}

/* --- containers --- */

static guint
write_quote (Writer *self, const Part *part, guint at)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const Part inner = { lines, part->depth + 1 };
  const char *line;

  for (guint i = at; (line = get_line (part, i)) != NULL; i++)
    {
      const char *quoted = news_markdown_line_get_quoted (line);

      if (quoted == NULL && !is_lazy (get_line (&inner, i - at - 1), line, part->depth))
        break;
      g_ptr_array_add (lines, (gpointer) (quoted != NULL ? quoted : line));
    }
  if (lines->len == 0)
    return 0;

  g_string_append (self->html, "<blockquote>\n");
  write_part (self, &inner);
  g_string_append (self->html, "</blockquote>\n");

  return lines->len;
}

/* The lines of the item that begins at @at: those that are moved in as far as its text is, and
 * blank ones between them. */
static guint
write_item (Writer *self, const Part *part, guint at, const NewsMarkdownItem *item)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const Part inner = { lines, part->depth + 1 };
  const char *line = get_line (part, at);
  guint used = 1;

  g_ptr_array_add (lines, (gpointer) (item->empty ? "" : line + item->offset));
  for (guint i = at + 1; (line = get_line (part, i)) != NULL; i++)
    {
      gboolean blank = news_markdown_line_is_blank (line);
      gboolean within = news_markdown_line_get_indent (line) >= item->offset;
      NewsMarkdownItem next;

      /* An item that begins with nothing has nothing behind a blank line. */
      if (blank && item->empty && lines->len == 1)
        break;
      if (!blank && !within
          && (news_markdown_line_get_item (line, &next)
              || !is_lazy (get_line (&inner, i - at - 1), line, part->depth)))
        break;
      g_ptr_array_add (lines, (gpointer) (blank ? "" : within ? line + item->offset : line));
      if (!blank)
        used = i - at + 1;
    }
  g_ptr_array_set_size (lines, (int) used);

  g_string_append (self->html, "<li>\n");
  write_part (self, &inner);
  g_string_append (self->html, "</li>\n");

  return used;
}

/* The next item of a list, where there may be blank lines before it. */
static gboolean
find_item (const Part *part, guint *at, char mark, NewsMarkdownItem *item)
{
  guint i = *at;
  const char *line;

  while ((line = get_line (part, i)) != NULL && news_markdown_line_is_blank (line))
    i++;
  if (line == NULL || !news_markdown_line_get_item (line, item) || item->mark != mark)
    return FALSE;

  *at = i;

  return TRUE;
}

static guint
write_list (Writer *self, const Part *part, guint at)
{
  NewsMarkdownItem item;
  gboolean ordered;
  char mark;
  guint i = at;

  if (!news_markdown_line_get_item (get_line (part, at), &item))
    return 0;

  mark = item.mark;
  ordered = mark == '.' || mark == ')';
  if (ordered)
    g_string_append_printf (self->html, "<ol start=\"%u\">\n", item.number);
  else
    g_string_append (self->html, "<ul>\n");
  while (find_item (part, &i, mark, &item))
    i += write_item (self, part, i, &item);
  g_string_append (self->html, ordered ? "</ol>\n" : "</ul>\n");

  return i - at;
}

/* --- all --- */

static guint
write_simple (Writer *self, const Part *part, guint at)
{
  g_autofree char *label = NULL;
  g_autofree char *address = NULL;
  const char *line = get_line (part, at);

  if (news_markdown_line_is_rule (line))
    g_string_append (self->html, "<hr>\n");
  else if (!news_markdown_line_is_blank (line)
           && !news_markdown_line_get_reference (line, &label, &address))
    return 0;

  return 1;
}

typedef guint (*WriteFunc) (Writer *self, const Part *part, guint at);

static void
write_part (Writer *self, const Part *part)
{
  /* Each writes what begins at a line, and says how many lines that was; 0 if it is of no such
   * kind. A line of dashes is a rule before it is an item. */
  static const WriteFunc funcs[] = { write_simple, write_heading, write_code,  write_html,
                                     write_quote,  write_list,    write_table, write_paragraph };

  for (guint at = 0; at < part->lines->len;)
    {
      guint n = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (funcs) && n == 0; i++)
        if (part->depth < MAX_DEPTH || (funcs[i] != write_quote && funcs[i] != write_list))
          n = funcs[i](self, part, at);
      at += n;
    }
}

/* The first that is told for a label holds (4.7). They may be in quotes and lists. */
static void
gather_references (Writer *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      char *label, *address;

      line += strspn (line, " >");
      if (!news_markdown_line_get_reference (line, &label, &address))
        continue;
      if (g_hash_table_contains (self->references.addresses, label))
        {
          g_free (label);
          g_free (address);
        }
      else
        g_hash_table_insert (self->references.addresses, label, address);
    }
}

/* Tabs among the marks that a line begins with go to the next multiple of four (2.2). */
static char *
dup_line (const char *text, gsize length)
{
  GString *line = g_string_sized_new (length + 1);
  const char *end = text + length;

  for (; text < end && strchr (" \t>*+-", *text) != NULL; text++)
    if (*text != '\t')
      g_string_append_c (line, *text);
    else
      do
        g_string_append_c (line, ' ');
      while (line->len % TAB != 0);
  g_string_append_len (line, text, end - text);

  return g_string_free_and_steal (line);
}

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n");

      g_ptr_array_add (lines, dup_line (text, length));
      text += length;
      text += *text == '\r' && text[1] == '\n' ? 2 : *text != '\0';
    }

  return lines;
}

char *
news_markdown_to_html (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  g_autoptr (GPtrArray) lines = split_lines (valid);
  g_autoptr (GHashTable) addresses
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writer self = { g_string_new (NULL), { addresses, MAX_REFERENCES } };
  const Part all = { lines, 0 };

  gather_references (&self, lines);
  write_part (&self, &all);

  return g_string_free_and_steal (self.html);
}

NewsPage *
news_page_new_from_markdown (const char *text, const char *base)
{
  g_autofree char *html = news_markdown_to_html (text);

  return news_page_new_from_html (html, -1, base);
}
