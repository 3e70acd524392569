/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-key-points.h"

#include "news-page-private.h"
#include "news-text-builder.h"

#include <string.h>

/* No summary has more points. */
#define MAX_POINTS 50

/* A title is no longer than this, in bytes. */
#define TITLE 80

/* The words above such a list, in lower case, without a colon. A word that also stands above the
 * first part of a text, such as "introduction", has no place here. */
static const char *const titles[] = {
  "article highlights",
  "article summary",
  "at a glance",
  "highlights",
  "in brief",
  "in short",
  "key facts",
  "key findings",
  "key highlights",
  "key insights",
  "key points",
  "key takeaways",
  "main points",
  "quick summary",
  "summary",
  "takeaways",
  "the key points",
  "the takeaways",
  "tl;dr",
  "tldr",
  "top takeaways",
  "what to know",
  "内容提要",
  "内容摘要",
  "关键要点",
  "划重点",
  "提要",
  "摘要",
  "文章要点",
  "文章重點",
  "本文要点",
  "本文重點",
  "核心要点",
  "核心提示",
  "要点",
  "要点速览",
  "要點",
  "重点",
  "重點",
  "重點摘要",
};

static gboolean
is_small (const NewsText *text)
{
  const NewsSpan *span = text->spans->len > 0 ? &g_array_index (text->spans, NewsSpan, 0) : NULL;

  return span != NULL && (span->style & NEWS_STYLE_SMALL) != 0 && span->start == 0
         && span->end == strlen (text->text);
}

/* A heading, or a paragraph that is short enough to be one. */
static gboolean
is_title (const NewsBlock *block)
{
  return (block->type == NEWS_BLOCK_HEADING || block->type == NEWS_BLOCK_PARAGRAPH)
         && strlen (block->text->text) <= TITLE;
}

static gboolean
has_title_words (const NewsBlock *block)
{
  g_autofree char *words = NULL;

  if (!is_title (block))
    return FALSE;

  words = g_utf8_strdown (block->text->text, -1);
  if (g_str_has_suffix (words, ":"))
    words[strlen (words) - strlen (":")] = '\0';
  else if (g_str_has_suffix (words, "："))
    words[strlen (words) - strlen ("：")] = '\0';
  g_strstrip (words);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (words, titles[i]) == 0)
      return TRUE;

  return FALSE;
}

static guint
get_depth (const NewsBlock *block)
{
  guint depth = 0;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      /* Asked once: MAX() would ask twice at each level, which is without end at thirty of them. */
      guint inner = get_depth (g_ptr_array_index (block->children, i));

      depth = MAX (depth, inner);
    }

  return depth + 1;
}

/* A link to another story, or to a place in this one. */
static gboolean
is_link (const NewsBlock *item)
{
  const NewsBlock *block = g_ptr_array_index (item->children, 0);
  const NewsSpan *span;

  if (item->children->len != 1 || block->type != NEWS_BLOCK_PARAGRAPH
      || block->text->spans->len == 0)
    return FALSE;
  span = &g_array_index (block->text->spans, NewsSpan, 0);

  return span->link != NULL && span->start == 0 && span->end == strlen (block->text->text);
}

/* Two points at least; what only leads elsewhere is a list of other stories. Key points are around
 * the list, so that it comes to lie one deeper. */
static gboolean
has_points (const NewsBlock *block)
{
  if (block->type != NEWS_BLOCK_LIST || block->children->len < 2
      || get_depth (block) >= NEWS_BLOCK_MAX_DEPTH)
    return FALSE;

  for (guint i = 0; i < block->children->len; i++)
    if (!is_link (g_ptr_array_index (block->children, i)))
      return TRUE;

  return FALSE;
}

/* The blocks at @place, a list with its title or alone, which are taken from @blocks. */
static NewsBlock *
take (GPtrArray *blocks, guint place, gboolean titled)
{
  NewsBlock *self = news_block_new (NEWS_BLOCK_KEY_POINTS);

  if (titled)
    {
      NewsBlock *title = g_ptr_array_steal_index (blocks, place);

      news_text_free (self->text);
      self->text = g_steal_pointer (&title->text);
      title->text = news_text_new ();
      news_block_free (title);
    }
  g_ptr_array_add (self->children, g_ptr_array_steal_index (blocks, place));

  return self;
}

static gboolean
is_box (const NewsBlock *block)
{
  return block->type == NEWS_BLOCK_NOTE && block->children->len == 2
         && has_title_words (g_ptr_array_index (block->children, 0))
         && has_points (g_ptr_array_index (block->children, 1));
}

/* Whether the text has not begun with @block; @paragraphs: how many there were before. */
static gboolean
is_before_text (const NewsBlock *block, guint *paragraphs)
{
  switch (block->type)
    {
    case NEWS_BLOCK_FIGURE:
    case NEWS_BLOCK_GALLERY:
    case NEWS_BLOCK_EMBED:
    case NEWS_BLOCK_RULE:
    case NEWS_BLOCK_HEADING:
      return TRUE;
    case NEWS_BLOCK_PARAGRAPH:
      return is_small (block->text) || ++*paragraphs <= 1;
    default:
      return FALSE;
    }
}

gboolean
news_key_points_may_follow (GPtrArray *blocks)
{
  guint paragraphs = 0;

  for (guint i = 0; i < blocks->len; i++)
    if (!is_before_text (g_ptr_array_index (blocks, i), &paragraphs))
      return FALSE;

  return TRUE;
}

NewsBlock *
news_key_points_new (GPtrArray *blocks)
{
  NewsBlock *first = blocks->len > 0 ? g_ptr_array_index (blocks, 0) : NULL;

  if (blocks->len == 1 && first->type == NEWS_BLOCK_NOTE)
    return news_key_points_new (first->children);
  if (blocks->len == 1 && has_points (first))
    return take (blocks, 0, FALSE);
  if (blocks->len == 2 && is_title (first) && has_points (g_ptr_array_index (blocks, 1)))
    return take (blocks, 0, TRUE);

  return NULL;
}

void
news_key_points_find (GPtrArray *blocks)
{
  guint paragraphs = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      NewsBlock *block = g_ptr_array_index (blocks, i);

      if (is_box (block))
        {
          g_ptr_array_insert (blocks, (int) i, news_key_points_new (block->children));
          g_ptr_array_remove_index (blocks, i + 1);
          return;
        }
      if (i + 1 < blocks->len && has_title_words (block)
          && has_points (g_ptr_array_index (blocks, i + 1)))
        {
          block = take (blocks, i, TRUE);
          g_ptr_array_insert (blocks, (int) i, block);
          return;
        }
      if (!is_before_text (block, &paragraphs))
        return;
    }
}

static NewsBlock *
create_list (NewsBlock **list)
{
  NewsBlock *self = news_block_new (NEWS_BLOCK_KEY_POINTS);

  *list = news_block_new (NEWS_BLOCK_LIST);
  g_ptr_array_add (self->children, *list);

  return self;
}

/* Takes @block, a paragraph, as a point. */
static void
add_point (NewsBlock *list, NewsBlock *block)
{
  NewsBlock *item = news_block_new (NEWS_BLOCK_ITEM);

  g_ptr_array_add (item->children, block);
  g_ptr_array_add (list->children, item);
}

NewsBlock *
news_key_points_new_from_texts (const char *const *texts)
{
  g_autoptr (NewsTextBuilder) builder = news_text_builder_new ();
  guint room = NEWS_PAGE_MAX_LETTERS;
  NewsBlock *list;
  g_autoptr (NewsBlock) self = create_list (&list);

  for (gsize i = 0; texts[i] != NULL && list->children->len < MAX_POINTS; i++)
    {
      NewsText *text;

      news_text_builder_add (builder, texts[i], strlen (texts[i]), &room);
      text = news_text_builder_take (builder);
      if (text != NULL)
        add_point (list, news_block_new_take_text (NEWS_BLOCK_PARAGRAPH, text));
    }

  return list->children->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* The items of all lists among @blocks, and all paragraphs, which are taken from it. */
static NewsBlock *
gather_points (GPtrArray *blocks)
{
  NewsBlock *list;
  g_autoptr (NewsBlock) self = create_list (&list);

  while (blocks->len > 0)
    {
      g_autoptr (NewsBlock) block = g_ptr_array_steal_index (blocks, 0);

      if (block->type == NEWS_BLOCK_PARAGRAPH)
        add_point (list, g_steal_pointer (&block));
      else if (block->type == NEWS_BLOCK_LIST && get_depth (block) < NEWS_BLOCK_MAX_DEPTH)
        while (block->children->len > 0)
          g_ptr_array_add (list->children, g_ptr_array_steal_index (block->children, 0));
    }
  if (list->children->len > MAX_POINTS)
    g_ptr_array_set_size (list->children, MAX_POINTS);

  return list->children->len > 0 ? g_steal_pointer (&self) : NULL;
}

NewsBlock *
news_key_points_new_from_html (const char *html, const char *base)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (html, -1, base);
  g_autoptr (GPtrArray) blocks = news_page_free_to_blocks (g_steal_pointer (&page));
  NewsBlock *self;

  if (blocks->len == 1
      && ((NewsBlock *) g_ptr_array_index (blocks, 0))->type == NEWS_BLOCK_KEY_POINTS)
    return g_ptr_array_steal_index (blocks, 0);

  self = news_key_points_new (blocks);

  return self != NULL ? self : gather_points (blocks);
}
