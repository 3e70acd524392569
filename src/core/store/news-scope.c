/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-scope.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (NewsScope, news_scope, news_scope_ref, news_scope_unref)

static NewsScope *
create (NewsScopeKind kind)
{
  NewsScope *self = g_atomic_rc_box_new0 (NewsScope);

  self->kind = kind;
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) news_section_unref);

  return self;
}

static void
clear (NewsScope *self)
{
  g_ptr_array_unref (self->sections);
  g_free (self->topic);
  g_free (self->query);
  g_clear_pointer (&self->within, news_scope_unref);
}

NewsScope *
news_scope_new_section (NewsSection *section)
{
  NewsScope *self = create (NEWS_SCOPE_SECTION);

  g_ptr_array_add (self->sections, news_section_ref (section));

  return self;
}

NewsScope *
news_scope_new_home (GPtrArray *sections)
{
  NewsScope *self = create (NEWS_SCOPE_HOME);

  for (guint i = 0; i < sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (sections, i);

      if (section->queries->len > 0)
        g_ptr_array_add (self->sections, news_section_ref (section));
    }

  return self;
}

NewsScope *
news_scope_new_bookmarks (void)
{
  return create (NEWS_SCOPE_BOOKMARKS);
}

NewsScope *
news_scope_new_topic (const char *topic)
{
  NewsScope *self = create (NEWS_SCOPE_TOPIC);

  self->topic = g_strdup (topic);

  return self;
}

NewsScope *
news_scope_new_search (const char *query, NewsScope *within, GPtrArray *sections)
{
  NewsScope *self = create (NEWS_SCOPE_SEARCH);

  self->query = g_strdup (query);
  self->within = within != NULL ? news_scope_ref (within) : NULL;
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    g_ptr_array_add (self->sections, news_section_ref (g_ptr_array_index (sections, i)));

  return self;
}

NewsScope *
news_scope_new_view (NewsScope *of, NewsFilter filter, NewsOrder order, gint64 since)
{
  NewsScope *self = create (of->kind);

  for (guint i = 0; i < of->sections->len; i++)
    g_ptr_array_add (self->sections, news_section_ref (g_ptr_array_index (of->sections, i)));
  self->topic = g_strdup (of->topic);
  self->query = g_strdup (of->query);
  self->within = of->within != NULL ? news_scope_ref (of->within) : NULL;
  self->filter = filter;
  self->order
    = of->kind == NEWS_SCOPE_HOME || of->kind == NEWS_SCOPE_SEARCH ? NEWS_ORDER_NEWEST : order;
  self->since = since;

  return self;
}

gboolean
news_scope_is_plain (NewsScope *self)
{
  return self->filter == NEWS_FILTER_ALL && self->order == NEWS_ORDER_NEWEST;
}

NewsScope *
news_scope_ref (NewsScope *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
news_scope_unref (NewsScope *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

gboolean
news_scope_equal (NewsScope *self, NewsScope *other)
{
  if (self == other)
    return TRUE;

  if (self == NULL || other == NULL || self->kind != other->kind || self->filter != other->filter
      || self->order != other->order || self->sections->len != other->sections->len
      || g_strcmp0 (self->topic, other->topic) != 0 || g_strcmp0 (self->query, other->query) != 0
      || !news_scope_equal (self->within, other->within))
    return FALSE;

  for (guint i = 0; i < self->sections->len; i++)
    {
      NewsSection *one = g_ptr_array_index (self->sections, i);
      NewsSection *another = g_ptr_array_index (other->sections, i);

      if (strcmp (one->id, another->id) != 0)
        return FALSE;
    }

  return TRUE;
}
