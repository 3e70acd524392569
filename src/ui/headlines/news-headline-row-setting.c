/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-row-private.h"

#include "news-list-setter.h"

void
news_headline_row_set_setter (NewsHeadlineRow *self, NewsListSetter *setter)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));
  g_return_if_fail (self->setter == NULL && self->headline == NULL);

  self->setter = g_object_ref (setter);
}

void
news_headline_row_set_item (NewsHeadlineRow *self, GtkListItem *item)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  self->item = item;
}

GtkListItem *
news_headline_row_get_item (NewsHeadlineRow *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), NULL);

  return self->item;
}

void
_news_headline_row_wait (NewsHeadlineRow *self, NewsHeadlineRowState state)
{
  self->state = MAX (self->state, state);
  self->told = FALSE;
  news_list_setter_want (self->setter);
}

/* Until the setter comes to it, it has no name rather than that of the headline before. */
static void
hush (NewsHeadlineRow *self)
{
  if (self->told && self->item != NULL)
    {
      gtk_list_item_set_accessible_label (self->item, "");
      gtk_list_item_set_accessible_description (self->item, "");
    }
  self->told = FALSE;
}

void
_news_headline_row_leave_to_setter (NewsHeadlineRow *self)
{
  self->placed = FALSE;
  hush (self);
  if (!self->far)
    _news_headline_row_hide (self);
  if (self->headline != NULL)
    _news_headline_row_wait (self, NEWS_HEADLINE_ROW_OTHER_WORDS);
}

gboolean
news_headline_row_place (NewsHeadlineRow *self)
{
  gboolean placed;

  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), FALSE);

  placed = self->placed;
  self->placed = TRUE;

  return !placed;
}

gboolean
news_headline_row_is_waiting (NewsHeadlineRow *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), FALSE);

  return self->placed && self->state != NEWS_HEADLINE_ROW_SET
         && _news_headline_row_is_filled (self);
}

void
news_headline_row_set (NewsHeadlineRow *self, int width)
{
  gboolean far = self->far;
  int height;

  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));
  g_return_if_fail (news_headline_row_is_waiting (self));

  _news_headline_row_follow (self);
  if (far || self->state == NEWS_HEADLINE_ROW_OTHER_WORDS)
    _news_headline_row_show (self);
  else
    _news_headline_row_show_marks (self);

  /* Here, where it is counted, and not when the view asks for it. */
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  if (far && !self->leading)
    news_list_setter_learn (self->setter, width, height);
}

gboolean
news_headline_row_tell (NewsHeadlineRow *self)
{
  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), FALSE);

  if (self->told || self->headline == NULL)
    return FALSE;

  _news_headline_row_follow (self);
  _news_headline_row_tell (self);

  return TRUE;
}

void
news_headline_row_grow_old (NewsHeadlineRow *self)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  if (self->headline == NULL)
    return;

  if (!self->far)
    _news_headline_row_show_facts (self);
  else if (self->told)
    _news_headline_row_wait (self, NEWS_HEADLINE_ROW_SET);
}
