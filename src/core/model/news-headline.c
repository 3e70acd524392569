/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-headline.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (NewsHeadline, news_headline, G_TYPE_OBJECT)

typedef enum
{
  PROP_READ = 1,
  PROP_BOOKMARKED,
} Property;

enum
{
  FILLED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_BOOKMARKED + 1];
static guint signals[N_SIGNALS];

static void
news_headline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsHeadline *self = NEWS_HEADLINE (object);

  switch ((Property) id)
    {
    case PROP_READ:
      g_value_set_boolean (value, self->read);
      break;
    case PROP_BOOKMARKED:
      g_value_set_boolean (value, self->bookmarked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_headline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NewsHeadline *self = NEWS_HEADLINE (object);

  switch ((Property) id)
    {
    case PROP_READ:
      news_headline_set_read (self, g_value_get_boolean (value));
      break;
    case PROP_BOOKMARKED:
      news_headline_set_bookmarked (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_headline_finalize (GObject *object)
{
  NewsHeadline *self = NEWS_HEADLINE (object);

  g_free (self->title);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->preview);
  g_free (self->language);
  g_free (self->url);
  g_free (self->snippet);
  g_clear_pointer (&self->snippet_ranges, g_array_unref);
  g_clear_pointer (&self->title_ranges, g_array_unref);
  g_clear_pointer (&self->lead, news_picture_unref);

  G_OBJECT_CLASS (news_headline_parent_class)->finalize (object);
}

static void
news_headline_class_init (NewsHeadlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_headline_get_property;
  object_class->set_property = news_headline_set_property;
  object_class->finalize = news_headline_finalize;

  properties[PROP_READ] = g_param_spec_boolean ("read", NULL, NULL, FALSE, flags);
  properties[PROP_BOOKMARKED] = g_param_spec_boolean ("bookmarked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FILLED] = g_signal_new ("filled", NEWS_TYPE_HEADLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
news_headline_init (NewsHeadline *self)
{
  self->visits = -1;
}

NewsHeadline *
news_headline_new (gint64 article)
{
  NewsHeadline *self = g_object_new (NEWS_TYPE_HEADLINE, NULL);

  self->article = article;

  return self;
}

static gboolean
set_lead (NewsHeadline *self, NewsPicture *lead)
{
  if (news_picture_equal (lead, self->lead))
    return FALSE;

  if (lead != NULL)
    news_picture_ref (lead);
  g_clear_pointer (&self->lead, news_picture_unref);
  self->lead = lead;

  return TRUE;
}

static gboolean
set_ranges (GArray **ranges, GArray *others)
{
  gsize size = sizeof (NewsTextRange);

  if (*ranges == others
      || (*ranges != NULL && others != NULL && (*ranges)->len == others->len
          && memcmp ((*ranges)->data, others->data, others->len * size) == 0))
    return FALSE;

  g_clear_pointer (ranges, g_array_unref);
  if (others != NULL)
    *ranges = g_array_ref (others);

  return TRUE;
}

void
news_headline_fill (NewsHeadline *self, NewsHeadline *other)
{
  gboolean changed;

  g_return_if_fail (NEWS_IS_HEADLINE (self));
  g_return_if_fail (NEWS_IS_HEADLINE (other) && self->article == other->article);

  changed = self->published != other->published || self->visits != other->visits
            || self->protected != other->protected || self->consent != other->consent;
  changed |= g_set_str (&self->title, other->title);
  changed |= g_set_str (&self->outlet, other->outlet);
  changed |= g_set_str (&self->byline, other->byline);
  changed |= g_set_str (&self->preview, other->preview);
  changed |= g_set_str (&self->language, other->language);
  changed |= g_set_str (&self->url, other->url);
  changed |= g_set_str (&self->snippet, other->snippet);
  changed |= set_ranges (&self->snippet_ranges, other->snippet_ranges);
  changed |= set_ranges (&self->title_ranges, other->title_ranges);
  changed |= set_lead (self, other->lead);
  self->published = other->published;
  self->visits = other->visits;
  self->protected = other->protected;
  self->consent = other->consent;
  news_headline_set_read (self, other->read);
  news_headline_set_bookmarked (self, other->bookmarked);
  if (changed)
    g_signal_emit (self, signals[FILLED], 0);
}

gboolean
news_headline_get_read (NewsHeadline *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE (self), FALSE);

  return self->read;
}

void
news_headline_set_read (NewsHeadline *self, gboolean read)
{
  g_return_if_fail (NEWS_IS_HEADLINE (self));

  if (self->read == !!read)
    return;

  self->read = !!read;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ]);
}

gboolean
news_headline_get_bookmarked (NewsHeadline *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE (self), FALSE);

  return self->bookmarked;
}

void
news_headline_set_bookmarked (NewsHeadline *self, gboolean bookmarked)
{
  g_return_if_fail (NEWS_IS_HEADLINE (self));

  if (self->bookmarked == !!bookmarked)
    return;

  self->bookmarked = !!bookmarked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKED]);
}
