/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-private.h"

/* When sources are asked, and over which networks. */

void
news_desk_set_interval (NewsDesk *self, guint minutes)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  news_alarm_set_interval (self->alarm, minutes);
}

void
news_desk_set_pause_on_metered (NewsDesk *self, gboolean pause)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  news_alarm_set_pause_on_metered (self->alarm, pause);
}

void
news_desk_set_pictures_on_metered (NewsDesk *self, gboolean allowed)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  self->pictures_on_metered = allowed;
  if (self->clipper != NULL)
    news_clipper_set_metered (self->clipper, allowed);
}

void
news_desk_set_network (NewsDesk *self, GNetworkMonitor *monitor)
{
  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (self->rounds == NULL);

  news_alarm_set_network (self->alarm, monitor);
}

void
news_desk_refresh (NewsDesk *self, NewsDeskSection *section)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  news_rounds_refresh (self->rounds,
                       section != NULL ? news_desk_section_get_section (section) : NULL, 0, FALSE);
}

void
news_desk_refresh_due (NewsDesk *self)
{
  g_return_if_fail (NEWS_IS_DESK (self));

  if (news_alarm_is_paused (self->alarm))
    return;

  news_rounds_set_offline (self->rounds, !news_alarm_is_online (self->alarm));
  news_rounds_refresh (self->rounds, NULL, news_alarm_get_age (self->alarm), TRUE);
}

void
news_desk_extend (NewsDesk *self, NewsDeskSection *section)
{
  g_return_if_fail (NEWS_IS_DESK (self));
  g_return_if_fail (NEWS_IS_DESK_SECTION (section));

  news_rounds_set_offline (self->rounds, !news_alarm_is_online (self->alarm));
  news_rounds_extend (self->rounds, news_desk_section_get_section (section));
}
