/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-story.h"

static void
clear (NewsStory *self)
{
  g_free (self->source);
  g_clear_pointer (&self->article, news_article_unref);
}

NewsStory *
news_story_new (void)
{
  return g_atomic_rc_box_new0 (NewsStory);
}

NewsStory *
news_story_ref (NewsStory *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_story_unref (NewsStory *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}
