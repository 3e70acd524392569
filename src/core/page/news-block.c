/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-block.h"

static void
clear_span (NewsSpan *span)
{
  g_free (span->link);
  g_free (span->language);
}

NewsText *
news_text_new (void)
{
  NewsText *self = g_new0 (NewsText, 1);

  self->spans = g_array_new (FALSE, FALSE, sizeof (NewsSpan));
  g_array_set_clear_func (self->spans, (GDestroyNotify) clear_span);

  return self;
}

void
news_text_free (NewsText *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

NewsBlock *
news_block_new (NewsBlockType type)
{
  NewsBlock *self = g_new0 (NewsBlock, 1);

  self->type = type;

  return self;
}

void
news_block_free (NewsBlock *self)
{
  g_clear_pointer (&self->text, news_text_free);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->picture, news_picture_unref);
  g_free (self->link);
  g_free (self);
}
