/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-html-reader.h"
#include "news-player.h"

#include <string.h>

/* In letters. */
#define MAX_TITLE 1000

/* Where frames and players have their address; the first that is one of the web. */
static const char *const sources[]
  = { "src", "data-src", "data-lazy-src", "data-litespeed-src", "data-original" };

/* The same of a post. */
static const char *const post_sources[]
  = { "data-instgrm-permalink", "data-href", "cite", "data-text-post-permalink" };

static char *
dup_address (NewsHtmlReader *self,
             const NewsHtmlNode *node,
             const char *const *attributes,
             guint n_attributes,
             NewsAddressUse use)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      const char *reference = news_html_node_get (node, attributes[i]);
      char *address = NULL;

      if (reference != NULL)
        address = news_html_reader_resolve (self, reference, use);
      if (address != NULL)
        return address;
    }

  return NULL;
}

static void
set_title (NewsBlock *embed, const char *title)
{
  g_autoptr (NewsTextBuilder) builder = NULL;
  guint room = MAX_TITLE;
  NewsText *text;

  if (title == NULL)
    return;

  builder = news_text_builder_new ();
  news_text_builder_add (builder, title, strlen (title), &room);
  text = news_text_builder_take (builder);
  if (text != NULL)
    {
      news_text_free (embed->text);
      embed->text = text;
    }
}

static gboolean
is_same_embed (const NewsBlock *block, const char *link)
{
  return block->type == NEWS_BLOCK_EMBED && strcmp (block->link, link) == 0;
}

/* Takes @link over. What a script and what its replacement would show is the same thing. */
static NewsBlock *
append_embed (NewsHtmlReader *self, char *link, const char *title)
{
  GPtrArray *blocks = self->scope.blocks;
  NewsBlock *embed;

  news_html_reader_flush (self);
  if (blocks->len > 0 && is_same_embed (g_ptr_array_index (blocks, blocks->len - 1), link))
    {
      g_free (link);
      return NULL;
    }

  embed = news_block_new (NEWS_BLOCK_EMBED);
  embed->link = link;
  set_title (embed, title);
  news_html_reader_append (self, embed);

  return embed;
}

/* A side of no more than a pixel; the number may have a unit. */
static gboolean
is_nothing (const char *length)
{
  char *end = NULL;
  gint64 number = length != NULL ? g_ascii_strtoll (length, &end, 10) : -1;

  return (number == 0 || number == 1) && end != length && (*end == '\0' || g_ascii_isalpha (*end));
}

static gboolean
is_invisible (const NewsHtmlNode *node)
{
  return is_nothing (news_html_node_get (node, "width"))
         || is_nothing (news_html_node_get (node, "height"));
}

static const char *
get_title (const NewsHtmlNode *node)
{
  const char *title = news_html_node_get (node, "title");

  return title != NULL ? title : news_html_node_get (node, "aria-label");
}

void
news_html_read_frame (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  g_autofree char *address
    = dup_address (self, node, sources, G_N_ELEMENTS (sources), NEWS_ADDRESS_FILE);
  g_autofree char *page = NULL;
  char *link;

  if (address == NULL || is_invisible (node) || news_player_is_advertisement (address))
    return;

  page = news_player_dup_page (address);
  link = news_html_reader_resolve (self, page, NEWS_ADDRESS_LINK);
  if (link != NULL)
    append_embed (self, link, get_title (node));
}

void
news_html_read_audio_video (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const char *poster = news_html_node_get (node, "poster");
  char *address = NULL;
  NewsBlock *embed;

  for (const NewsHtmlNode *at = node; at != NULL && address == NULL;
       at = news_html_node_next (at, node, TRUE))
    if (at == node || news_html_node_is (at, "source"))
      address = dup_address (self, at, sources, G_N_ELEMENTS (sources), NEWS_ADDRESS_FILE);
  if (address == NULL)
    return;

  embed = append_embed (self, address, get_title (node));
  if (embed != NULL && poster != NULL)
    {
      g_autofree char *file = news_html_reader_resolve (self, poster, NEWS_ADDRESS_FILE);

      if (file != NULL)
        {
          embed->picture = news_picture_new ();
          news_picture_add_file (embed->picture, file, 0, 0);
        }
    }
}

/* Of the addresses in a post its own is the last that is the page of one: those of people and tags
 * come before, those of the network behind. */
static char *
dup_own_page (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  const char *last = NULL;
  const char *own = NULL;

  for (const NewsHtmlNode *at = node; at != NULL; at = news_html_node_next (at, node, TRUE))
    {
      const char *reference = news_html_node_is (at, "a") ? news_html_node_get (at, "href") : NULL;

      if (reference == NULL || strstr (reference, "//") == NULL)
        continue;
      last = reference;
      if (news_player_is_page (reference))
        own = reference;
    }

  if (own == NULL)
    own = last;

  return own != NULL ? news_html_reader_resolve (self, own, NEWS_ADDRESS_LINK) : NULL;
}

void
news_html_read_post (NewsHtmlReader *self, const NewsHtmlNode *node)
{
  char *link
    = dup_address (self, node, post_sources, G_N_ELEMENTS (post_sources), NEWS_ADDRESS_LINK);
  NewsBlock *embed;

  if (link == NULL)
    link = dup_own_page (self, node);
  if (link == NULL)
    {
      news_html_read_quote (self, node);
      return;
    }

  embed = append_embed (self, link, NULL);
  if (embed != NULL)
    {
      news_text_free (embed->text);
      embed->text = news_html_reader_read_text (self, node, FALSE);
    }
}

NewsBlock *
news_html_embed_new_from_text (NewsHtmlReader *self, const NewsText *text, gboolean any)
{
  g_autofree char *link = NULL;
  NewsBlock *embed;

  if ((!g_str_has_prefix (text->text, "https://") && !g_str_has_prefix (text->text, "http://"))
      || strpbrk (text->text, " \xe2") != NULL)
    return NULL;

  link = news_html_reader_resolve (self, text->text, NEWS_ADDRESS_LINK);
  if (link == NULL || (!any && !news_player_is_page (link)))
    return NULL;

  embed = news_block_new (NEWS_BLOCK_EMBED);
  embed->link = g_steal_pointer (&link);

  return embed;
}
