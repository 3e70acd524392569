/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-parser.h"

#include "news-html-tokenizer.h"

#include <string.h>

/* A body with its pictures inlined may have some megabytes; none has more to read than this. */
#define MAX_BYTES (8 << 20)

/* Elements that are open at a time, and nodes in all: more is an attack. */
#define MAX_OPEN 4096
#define MAX_NODES (1 << 20)

/* Names that HTML does not know, open at a time. An attacker can choose them so that a table of
 * them is no better than a list. */
#define MAX_NAMES 200

/* Where in the stack of open elements something is, with 1 added; 0 is nowhere. */
typedef guint Place;

/* An element that is open. */
typedef struct
{
  NewsHtmlNode *node; /* what its content goes into: past the limit of depth, one further out */
  NewsHtmlNode *last; /* of the children of @node, or NULL */
  const NewsHtmlTag *tag;
  const char *name;
  Place same_name; /* the next of this name further out; so below */
  Place same_weight;
} Open;

typedef struct
{
  NewsHtmlTree *tree;
  NewsHtmlTokenizer tokens;
  GArray *open; /* Open, outermost first; begins with the root */
  guint n_nodes;

  /* Innermost places, so that an end tag finds its element without a look at each. */
  Place *tags;       /* by the index of a known tag */
  GHashTable *names; /* by the name of another, or NULL as long as there was none */
  Place weights[NEWS_HTML_TAG_WEIGHTS];

  gboolean begun; /* whether there was anything but what stands before a document */
  gboolean document;
  gboolean cut;
} Parser;

static Open *
get_innermost (Parser *self)
{
  return &g_array_index (self->open, Open, self->open->len - 1);
}

static gboolean
is_known (const NewsHtmlTag *tag)
{
  return tag != news_html_tag_get_unknown ();
}

/* Where the innermost element of a name is. */
static Place
get_place (Parser *self, const NewsHtmlTag *tag, const char *name)
{
  if (is_known (tag))
    return self->tags[news_html_tag_get_index (tag)];

  return self->names != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name)) : 0;
}

static void
set_place (Parser *self, const NewsHtmlTag *tag, const char *name, Place place)
{
  if (is_known (tag))
    {
      self->tags[news_html_tag_get_index (tag)] = place;
      return;
    }

  if (self->names == NULL)
    self->names = g_hash_table_new (g_str_hash, g_str_equal);
  if (place != 0)
    g_hash_table_replace (self->names, (gpointer) name, GUINT_TO_POINTER (place));
  else
    g_hash_table_remove (self->names, name);
}

/* Whether an element of this name can be kept open; what would be in others stands behind them. */
static gboolean
has_room (Parser *self, const NewsHtmlTag *tag)
{
  return is_known (tag) || self->names == NULL || g_hash_table_size (self->names) < MAX_NAMES;
}

static gboolean
is_open (Parser *self, const char *name)
{
  return get_place (self, news_html_tag_find (name, strlen (name)), name) != 0;
}

static void
push (Parser *self, const NewsHtmlTag *tag, const char *name, NewsHtmlNode *node)
{
  guint weight = news_html_tag_get_weight (tag);
  Open open = { node, NULL, tag, name, 0, 0 };

  open.same_name = get_place (self, tag, name);
  open.same_weight = self->weights[weight];
  g_array_append_val (self->open, open);
  set_place (self, tag, name, self->open->len);
  self->weights[weight] = self->open->len;
}

static void
pop (Parser *self)
{
  const Open *open = get_innermost (self);
  const Open *outer = open - 1;

  set_place (self, open->tag, open->name, open->same_name);
  self->weights[news_html_tag_get_weight (open->tag)] = open->same_weight;
  /* Past the limit of depth both add to the same node. */
  if (outer->node == open->node)
    g_array_index (self->open, Open, self->open->len - 2).last = open->last;
  g_array_set_size (self->open, self->open->len - 1);
}

static NewsHtmlNode *
append_node (Parser *self)
{
  Open *open = get_innermost (self);
  NewsHtmlNode *node = news_html_tree_add_node (self->tree);

  node->parent = open->node;
  if (open->last != NULL)
    open->last->next = node;
  else
    open->node->children = node;
  open->last = node;
  self->n_nodes++;

  return node;
}

static void
append_element (Parser *self, const NewsHtmlTag *tag, const char *name)
{
  const NewsHtmlTokenizer *tokens = &self->tokens;
  NewsHtmlNode *node = append_node (self);

  node->tag = tag;
  node->name = name;
  if (tokens->n_attributes > 0)
    node->attributes
      = news_html_tree_add_attributes (self->tree, tokens->attributes, tokens->n_attributes);
  node->n_attributes = tokens->n_attributes;

  if (news_html_tag_is_empty (tag) || tokens->closed || !has_room (self, tag))
    return;

  if (self->open->len > MAX_OPEN)
    self->cut = TRUE;
  else if (self->open->len > NEWS_HTML_MAX_DEPTH)
    {
      Open *outer = get_innermost (self);
      NewsHtmlNode *last = outer->last;

      push (self, tag, name, outer->node);
      get_innermost (self)->last = last;
    }
  else
    push (self, tag, name, node);
}

/* html, head and body: each of these can only be there once, and with nothing open but those around
 * it (13.2.6.4.2 to 6). */
static gboolean
is_frame (const NewsHtmlTag *tag)
{
  return tag->group == NEWS_HTML_GROUP_FRAME || tag->group == NEWS_HTML_GROUP_HEAD;
}

static gboolean
may_frame (Parser *self, const char *name)
{
  guint n_around = strcmp (name, "html") != 0 && is_open (self, "html");

  return self->open->len == 1 + n_around && !is_open (self, name);
}

static void
start (Parser *self)
{
  const NewsHtmlTag *tag = self->tokens.tag;
  gboolean frame = is_frame (tag);

  if (frame && !self->begun)
    self->document = TRUE;
  self->begun |= !frame;

  while (self->open->len > 1 && news_html_tag_ends_at (get_innermost (self)->tag, tag))
    pop (self);
  if (!frame || may_frame (self, self->tokens.text))
    append_element (self, tag, self->tokens.text);
}

/* Whether something within @place does not let an end tag of @tag close it. */
static gboolean
is_resisted (Parser *self, Place place, const NewsHtmlTag *tag)
{
  for (guint weight = news_html_tag_get_power (tag) + 1; weight < NEWS_HTML_TAG_WEIGHTS; weight++)
    if (self->weights[weight] > place)
      return TRUE;

  return FALSE;
}

/* 13.2.6.4.7, "any other end tag". What comes behind the end of a document belongs to it
 * (13.2.6.4.19). */
static void
end (Parser *self)
{
  const NewsHtmlTag *tag = self->tokens.tag;
  const char *name = self->tokens.text;
  Place place = get_place (self, tag, name);

  self->tokens.n_attributes = 0;
  self->tokens.closed = FALSE;
  if (tag->group == NEWS_HTML_GROUP_FRAME)
    return;

  if (place != 0 && !is_resisted (self, place, tag))
    while (self->open->len >= place)
      pop (self);
  else if (place == 0 && strcmp (name, "br") == 0)
    append_element (self, tag, name);
  else if (place == 0 && strcmp (name, "p") == 0)
    {
      append_element (self, tag, name);
      pop (self);
    }
}

static void
add_text (Parser *self)
{
  const NewsHtmlTokenizer *tokens = &self->tokens;
  gboolean head = get_innermost (self)->tag->group == NEWS_HTML_GROUP_HEAD;
  NewsHtmlNode *node;

  if ((head || !self->begun) && tokens->text[strspn (tokens->text, NEWS_HTML_SPACES)] != '\0')
    {
      self->begun = TRUE;
      if (head)
        pop (self);
    }

  node = append_node (self);
  node->text = tokens->text;
  node->length = tokens->length;
}

static void
build (Parser *self)
{
  for (;;)
    {
      NewsHtmlTokenType type = news_html_tokenizer_next (&self->tokens);

      if (type == NEWS_HTML_TOKEN_END)
        return;

      /* The end of the source may well be a million end tags that nobody misses. */
      self->cut |= self->n_nodes >= MAX_NODES;
      if (self->cut)
        return;

      if (type == NEWS_HTML_TOKEN_TEXT)
        add_text (self);
      else if (type == NEWS_HTML_TOKEN_START_TAG)
        start (self);
      else
        end (self);
    }
}

static gsize
limit_length (const char *html, gsize length)
{
  if (length <= MAX_BYTES)
    return length;

  length = MAX_BYTES;
  while ((html[length] & 0xc0) == 0x80 && length > MAX_BYTES - 4)
    length--;

  return length;
}

NewsHtmlParsed
news_html_parser_parse (const char *html, gssize length)
{
  g_autofree char *valid = NULL;
  gsize size = length >= 0 ? (gsize) length : strlen (html);
  gsize kept = limit_length (html, size);
  g_autofree Place *tags = g_new0 (Place, news_html_tag_get_count ());
  g_autoptr (GArray) open = g_array_sized_new (FALSE, FALSE, sizeof (Open), 32);
  Parser parser = { .open = open, .tags = tags };
  Open root = { NULL, NULL, news_html_tag_get_unknown (), "", 0, 0 };
  gboolean cut = kept < size;
  char *buffer;

  if (!g_utf8_validate_len (html, kept, NULL))
    {
      html = valid = g_utf8_make_valid (html, kept);
      kept = strlen (valid);
    }

  buffer = g_malloc (NEWS_HTML_TOKENIZER_ROOM (kept));
  parser.tree = news_html_tree_new (buffer);
  news_html_tokenizer_init (&parser.tokens, html, kept, buffer);
  root.node = news_html_tree_get_root (parser.tree);
  g_array_append_val (open, root);
  build (&parser);
  g_clear_pointer (&parser.names, g_hash_table_unref);

  return (NewsHtmlParsed) { parser.tree, parser.document, cut || parser.cut };
}
