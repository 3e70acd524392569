/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-row-private.h"

#include "news-headline-speech.h"
#include "news-picture-view.h"

#include <adwaita.h>

/* Of the leading picture, and of one beside the words. */
#define LEADING_RATIO 1.7
#define THUMBNAIL_RATIO 1.25
#define THUMBNAIL_WIDTH 92

/* --- what it is made of --- */

/* A setter sees to that for all of its rows. */
static void
look_after_itself (NewsHeadlineRow *self)
{
  AdwStyleManager *manager
    = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (self->clock, "minute", G_CALLBACK (news_headline_row_grow_old), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

static void
furnish (NewsHeadlineRow *self)
{
  PangoContext *context;

  if (self->words != NULL)
    return;

  context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  self->words = news_headline_words_new (context);
  self->facts = news_headline_facts_new (context);
  news_headline_words_set_leading (self->words, self->leading);
  news_headline_words_set_read (self->words, self->read);
  if (self->setter == NULL)
    look_after_itself (self);
}

NewsHeadlineWords *
_news_headline_row_get_words (NewsHeadlineRow *self)
{
  furnish (self);

  return self->words;
}

NewsHeadlineFacts *
_news_headline_row_get_facts (NewsHeadlineRow *self)
{
  furnish (self);

  return self->facts;
}

/* The words beside it say the same: a screen reader passes it by. */
static void
ensure_picture (NewsHeadlineRow *self)
{
  if (self->picture == NULL)
    {
      self->picture = g_object_new (NEWS_TYPE_PICTURE_VIEW, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
    }
  g_object_set (self->picture, "ratio", self->leading ? LEADING_RATIO : THUMBNAIL_RATIO,
                "fixed-width", self->leading ? 0 : THUMBNAIL_WIDTH, NULL);
}

/* --- what it says --- */

static const char *
get_preview (NewsHeadlineRow *self)
{
  const char *preview = NULL;

  if (self->headline != NULL)
    preview = self->headline->snippet != NULL ? self->headline->snippet : self->headline->preview;

  return preview != NULL ? preview : "";
}

void
_news_headline_row_tell_label (NewsHeadlineRow *self)
{
  g_autofree char *label = NULL;

  self->told = TRUE;
  if (self->item == NULL)
    return;

  label = news_headline_row_dup_label (self);
  gtk_list_item_set_accessible_label (self->item, label);
}

void
_news_headline_row_tell (NewsHeadlineRow *self)
{
  _news_headline_row_tell_label (self);
  if (self->item != NULL)
    gtk_list_item_set_accessible_description (self->item, get_preview (self));
}

char *
news_headline_row_dup_label (NewsHeadlineRow *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), NULL);

  return self->headline != NULL
           ? news_headline_dup_label (self->headline, news_clock_get_now (self->clock))
           : g_strdup ("");
}

/* --- what it shows --- */

gboolean
_news_headline_row_is_filled (NewsHeadlineRow *self)
{
  return self->headline != NULL && self->headline->title != NULL;
}

static void
show_words (NewsHeadlineRow *self)
{
  NewsHeadline *headline = self->headline;
  gboolean found = headline != NULL && headline->snippet != NULL;

  if (headline == NULL)
    news_headline_words_set_text (self->words, "", NULL, NULL);
  else
    news_headline_words_set_text (self->words, headline->title != NULL ? headline->title : "",
                                  found ? headline->snippet : headline->preview,
                                  headline->language);
  news_headline_words_set_matches (self->words, headline != NULL ? headline->title_ranges : NULL,
                                   found ? headline->snippet_ranges : NULL);
}

static void
set_read (NewsHeadlineRow *self, gboolean read)
{
  news_headline_words_set_read (self->words, read);
  self->read = read;
}

static void
set_marks (NewsHeadlineRow *self)
{
  gboolean filled = _news_headline_row_is_filled (self);
  gboolean read = filled && self->headline->read;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  news_headline_facts_set_marks (self->facts, filled && !read,
                                 filled && self->headline->bookmarked);
  news_headline_facts_set_walled (self->facts,
                                  filled && (self->headline->protected || self->headline->consent));
  if (read != self->read)
    {
      if (read && width > 0)
        news_headline_words_hold (self->words, _news_headline_row_get_words_width (self, width));
      set_read (self, read);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* FALSE if they are what they were. */
static gboolean
set_facts (NewsHeadlineRow *self)
{
  g_autofree char *behind
    = self->headline != NULL
        ? news_headline_dup_facts (self->headline, news_clock_get_now (self->clock))
        : g_strdup ("");
  const char *outlet = self->headline != NULL ? self->headline->outlet : NULL;
  gboolean same = g_str_equal (news_headline_facts_get_behind (self->facts), behind);

  news_headline_facts_set_text (self->facts, outlet, behind);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return !same;
}

static void
set_picture (NewsHeadlineRow *self, NewsPicture *picture)
{
  if (picture != NULL)
    ensure_picture (self);
  if (self->picture == NULL)
    return;

  news_picture_view_set_picture (NEWS_PICTURE_VIEW (self->picture), self->loader, picture);
  gtk_widget_set_visible (self->picture, picture != NULL);
}

void
_news_headline_row_show (NewsHeadlineRow *self)
{
  furnish (self);
  /* Nothing is held of the headline before. */
  if (self->far && _news_headline_row_is_filled (self) && self->read != self->headline->read)
    set_read (self, self->headline->read);
  self->far = FALSE;
  self->state = NEWS_HEADLINE_ROW_SET;
  show_words (self);
  set_facts (self);
  _news_headline_row_show_picture (self);
  set_marks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  _news_headline_row_tell (self);
}

void
_news_headline_row_show_marks (NewsHeadlineRow *self)
{
  self->state = NEWS_HEADLINE_ROW_SET;
  set_marks (self);
  _news_headline_row_tell_label (self);
}

void
_news_headline_row_show_facts (NewsHeadlineRow *self)
{
  if (set_facts (self))
    _news_headline_row_tell_label (self);
}

void
_news_headline_row_show_picture (NewsHeadlineRow *self)
{
  set_picture (self, self->headline != NULL ? self->headline->lead : NULL);
}

void
_news_headline_row_hide (NewsHeadlineRow *self)
{
  self->far = TRUE;
  g_clear_pointer (&self->words, news_headline_words_free);
  g_clear_pointer (&self->facts, news_headline_facts_free);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  self->text_context = NULL;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
