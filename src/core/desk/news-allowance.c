/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-allowance.h"

#include <glib/gi18n-lib.h>

guint
news_allowance_get (NewsSource *source, NewsProtocol *protocol)
{
  NewsDescriptor *descriptor = news_protocol_get_descriptor (protocol);

  if (source->requests_per_day > 0 || descriptor == NULL)
    return source->requests_per_day;

  return news_descriptor_get_cost (descriptor)->per_day;
}

gboolean
news_allowance_check (NewsSource *source, NewsProtocol *protocol, guint used, GError **error)
{
  guint most = news_allowance_get (source, protocol);

  if (most == 0 || used < most)
    return TRUE;

  g_set_error (
    error, NEWS_API_ERROR, NEWS_API_ERROR_QUOTA,
    /* Translators: the first is a source, such as a newspaper */
    g_dngettext (GETTEXT_PACKAGE,
                 "“%s” may be asked %u time a day, and was. It is asked again tomorrow.",
                 "“%s” may be asked %u times a day, and was. It is asked again tomorrow.", most),
    source->name, most);

  return FALSE;
}
