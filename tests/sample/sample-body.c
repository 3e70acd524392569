/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "sample-body.h"

#include <string.h>

#define WIDE_TABLE 6

/* An element that is open. */
typedef struct
{
  char *name;
  GHashTable *attributes; /* char* to char*; one without a value has "" */
  guint cells;            /* of a tr: how wide it is so far */
} Element;

static const char *const voids[] = { "br", "hr", "img", "col", NULL };

static const char *const blocks[]
  = { "p",     "h2",  "h3", "ul",      "ol", "blockquote", "figure", "div",
      "table", "pre", "hr", "details", "dl", "iframe",     "aside",  NULL };

static const char *const known[]
  = { "p",          "em",      "strong",  "a",        "sup",        "sub",   "abbr",   "code",
      "s",          "mark",    "br",      "h2",       "h3",         "ul",    "ol",     "li",
      "blockquote", "cite",    "figure",  "img",      "figcaption", "span",  "div",    "table",
      "caption",    "thead",   "tbody",   "tfoot",    "tr",         "th",    "td",     "pre",
      "hr",         "details", "summary", "dl",       "dt",         "dd",    "iframe", "ruby",
      "rt",         "rp",      "q",       "b",        "i",          "u",     "small",  "time",
      "kbd",        "del",     "ins",     "colgroup", "col",        "aside", NULL };

static const char *const kinds[]
  = { "p",          "em",         "strong",      "a",          "sup",     "sub",        "abbr",
      "code",       "s",          "mark",        "br",         "h2",      "h3",         "ul",
      "ol",         "ol start",   "nested list", "blockquote", "cite",    "pull quote", "figure",
      "figcaption", "img",        "credit",      "gallery",    "table",   "caption",    "thead",
      "th",         "wide table", "pre",         "hr",         "details", "summary",    "dl",
      "video",      "footnote",   NULL };

static const char *const chinese_kinds[] = { "ruby", "rt", NULL };

static void
element_free (Element *self)
{
  g_free (self->name);
  g_hash_table_unref (self->attributes);
  g_free (self);
}

static void fault (SampleBody *self, const char *where, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static void
fault (SampleBody *self, const char *where, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->faults, g_strdup_printf ("%s: %s", where, what));
}

static void
see (SampleBody *self, const char *kind)
{
  g_hash_table_replace (self->kinds, g_strdup (kind),
                        GUINT_TO_POINTER (sample_body_count (self, kind) + 1));
}

static const char *
get (Element *element, const char *name)
{
  const char *value = g_hash_table_lookup (element->attributes, name);

  return value != NULL ? value : "";
}

static Element *
find_open (GPtrArray *open, const char *name)
{
  for (guint i = open->len; i > 0; i--)
    {
      Element *element = g_ptr_array_index (open, i - 1);

      if (strcmp (element->name, name) == 0)
        return element;
    }

  return NULL;
}

static void
check_picture (SampleBody *self, const char *where, Element *element)
{
  g_ptr_array_add (self->pictures, g_strdup (get (element, "src")));
  if (*get (element, "alt") == '\0')
    fault (self, where, "a picture without alt");
  if (strcmp (get (element, "width"), "1200") != 0 || strcmp (get (element, "height"), "800") != 0)
    fault (self, where, "a picture that is not 1200 by 800");
}

static void
check_frame (SampleBody *self, const char *where, Element *element)
{
  if (!g_str_has_prefix (get (element, "src"), "https://video.example.org/"))
    fault (self, where, "an iframe that is not of https://video.example.org/");
  if (*get (element, "title") == '\0')
    fault (self, where, "an iframe without title");
  see (self, "video");
}

static void
check_link (SampleBody *self, const char *where, Element *element, GPtrArray *open)
{
  g_ptr_array_add (self->links, g_strdup (get (element, "href")));
  if (g_str_has_prefix (get (element, "href"), "#note") && find_open (open, "sup") != NULL)
    see (self, "footnote");
}

static void
count_cell (SampleBody *self, Element *cell, GPtrArray *open)
{
  Element *row = find_open (open, "tr");
  guint64 span = 1;

  if (row == NULL)
    return;
  g_ascii_string_to_unsigned (get (cell, "colspan"), 10, 1, 100, &span, NULL);
  if (row->cells < WIDE_TABLE && row->cells + span >= WIDE_TABLE)
    see (self, "wide table");
  row->cells += (guint) span;
}

/* What an element is beyond its name. */
static void
see_element (SampleBody *self, const char *where, Element *element, GPtrArray *open)
{
  const char *name = element->name;

  see (self, name);
  if (*get (element, "id") != '\0')
    g_hash_table_add (self->ids, g_strdup (get (element, "id")));
  if (strcmp (name, "ol") == 0 && *get (element, "start") != '\0')
    see (self, "ol start");
  if ((strcmp (name, "ol") == 0 || strcmp (name, "ul") == 0) && find_open (open, "li") != NULL)
    see (self, "nested list");
  if (strcmp (get (element, "class"), "pullquote") == 0)
    see (self, "pull quote");
  if (strcmp (get (element, "class"), "credit") == 0)
    see (self, "credit");
  if (strcmp (get (element, "class"), "gallery") == 0)
    see (self, "gallery");
  if (strcmp (name, "img") == 0)
    check_picture (self, where, element);
  if (strcmp (name, "iframe") == 0)
    check_frame (self, where, element);
  if (strcmp (name, "a") == 0)
    check_link (self, where, element, open);
  if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    count_cell (self, element, open);
}

/* Reads NAME="VALUE" and NAME; @at is behind the element's name, and then behind its >. */
static gboolean
read_attributes (const char **at, GHashTable *attributes)
{
  while (TRUE)
    {
      const char *name;
      g_autofree char *key = NULL;

      while (**at == ' ')
        (*at)++;
      if (**at == '>')
        {
          (*at)++;
          return TRUE;
        }
      name = *at;
      while (g_ascii_isalpha (**at) || **at == '-')
        (*at)++;
      if (*at == name)
        return FALSE;
      key = g_strndup (name, *at - name);
      if (g_str_has_prefix (*at, "=\""))
        {
          const char *value = *at + 2;
          const char *end = strchr (value, '"');

          if (end == NULL)
            return FALSE;
          g_hash_table_insert (attributes, g_steal_pointer (&key), g_strndup (value, end - value));
          *at = end + 1;
        }
      else
        g_hash_table_insert (attributes, g_steal_pointer (&key), g_strdup (""));
    }
}

static Element *
read_start (const char **at)
{
  g_autoptr (GHashTable) attributes
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *name = ++*at;
  g_autofree char *copy = NULL;
  Element *element;

  while (g_ascii_islower (**at) || g_ascii_isdigit (**at))
    (*at)++;
  copy = g_strndup (name, *at - name);
  if (*copy == '\0' || !read_attributes (at, attributes))
    return NULL;
  element = g_new0 (Element, 1);
  element->name = g_steal_pointer (&copy);
  element->attributes = g_steal_pointer (&attributes);

  return element;
}

static gboolean
read_end (SampleBody *self, const char *where, const char **at, GPtrArray *open)
{
  const char *end = strchr (*at, '>');
  Element *innermost = open->len > 0 ? g_ptr_array_index (open, open->len - 1) : NULL;
  g_autofree char *name = end != NULL ? g_strndup (*at + 2, end - *at - 2) : NULL;

  if (name == NULL || innermost == NULL || strcmp (innermost->name, name) != 0)
    {
      fault (self, where, "</%s> closes nothing", name != NULL ? name : "");
      return FALSE;
    }
  *at = end + 1;
  g_ptr_array_set_size (open, (int) open->len - 1);

  return TRUE;
}

static gboolean
read_element (SampleBody *self, const char *where, const char **at, GPtrArray *open, guint n_tops)
{
  Element *element = read_start (at);

  if (element == NULL)
    {
      fault (self, where, "markup that can't be read at “%.30s”", *at);
      return FALSE;
    }
  if (!g_strv_contains (known, element->name))
    fault (self, where, "<%s> is not for bodies", element->name);
  if (open->len == 0 && !g_strv_contains (blocks, element->name))
    fault (self, where, "<%s> is no block", element->name);
  if (open->len == 0 && n_tops > 0)
    fault (self, where, "a second block in one string");
  see_element (self, where, element, open);
  if (g_strv_contains (voids, element->name))
    element_free (element);
  else
    g_ptr_array_add (open, element);

  return TRUE;
}

static gboolean
is_entity (const char *text)
{
  static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#", NULL };

  for (gsize i = 0; entities[i] != NULL; i++)
    if (g_str_has_prefix (text, entities[i]))
      return TRUE;

  return FALSE;
}

static void
read_text (SampleBody *self, const char *where, const char **at, GPtrArray *open)
{
  gsize length = strcspn (*at, "<");
  g_autofree char *text = g_strndup (*at, length);

  if (open->len == 0 && *g_strstrip (text) != '\0')
    fault (self, where, "text outside of a block");
  for (const char *amp = strchr (text, '&'); amp != NULL; amp = strchr (amp + 1, '&'))
    if (!is_entity (amp))
      fault (self, where, "a bare & at “%.20s”", amp);
  if (find_open (open, "code") == NULL && find_open (open, "pre") == NULL)
    sample_body_check_text (self, where, text);
  g_string_append_len (self->text, *at, (gssize) length);
  *at += length;
}

SampleBody *
sample_body_new (gboolean chinese)
{
  SampleBody *self = g_new0 (SampleBody, 1);

  self->chinese = chinese;
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->faults = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->pictures = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = g_string_new (NULL);

  return self;
}

void
sample_body_free (SampleBody *self)
{
  g_hash_table_unref (self->kinds);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->pictures);
  g_hash_table_unref (self->ids);
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
sample_body_add (SampleBody *self, const char *where, const char *block)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func ((GDestroyNotify) element_free);
  guint n_tops = 0;

  for (const char *at = block; *at != '\0';)
    {
      gboolean at_top = open->len == 0;

      if (*at != '<')
        read_text (self, where, &at, open);
      else if (at[1] == '/')
        {
          if (!read_end (self, where, &at, open))
            return;
        }
      else if (!read_element (self, where, &at, open, n_tops))
        return;
      else
        n_tops += at_top ? 1 : 0;
      if (at > block && at[-1] == '>')
        g_string_append_c (self->text, ' ');
    }
  if (open->len > 0)
    fault (self, where, "<%s> is not closed",
           ((Element *) g_ptr_array_index (open, open->len - 1))->name);
  if (n_tops == 0)
    fault (self, where, "a string without a block");
}

guint
sample_body_count (SampleBody *self, const char *kind)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->kinds, kind));
}

const char *const *
sample_body_get_kinds (gboolean chinese)
{
  return chinese ? chinese_kinds : kinds;
}

void
sample_body_check_text (SampleBody *self, const char *where, const char *text)
{
  if (strpbrk (text, "\"'") != NULL)
    fault (self, where, "a straight quotation mark in “%.60s”", text);
  if (strstr (text, "--") != NULL)
    fault (self, where, "hyphens for a dash in “%.60s”", text);
  if (strstr (text, "  ") != NULL)
    fault (self, where, "two spaces in “%.60s”", text);
  if (strchr (text, '\n') != NULL || strchr (text, '\t') != NULL)
    fault (self, where, "a line break in “%.60s”", text);
}
