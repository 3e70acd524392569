/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-terms.h"

#include "news-strict.h"
#include "news-web-address.h"

gboolean
news_terms_read (NewsTerms *self, JsonNode *node, const char *where, GError **error)
{
  static const char *const known[]
    = { "text", "keep_s", "credit", "licence", "url", "link_back", NULL };
  static const char *const texts[] = { "full", "summary", NULL };
  const char *credit, *licence, *address;
  guint text = NEWS_TERMS_FULL;
  JsonObject *object;

  if (node == NULL)
    return TRUE;

  object = news_strict_get_object (node, known, where, error);
  if (object == NULL || !news_strict_get_choice (object, "text", texts, FALSE, where, &text, error)
      || !news_strict_get_number (object, "keep_s", where, &self->keep_s, error)
      || !news_strict_get_text (object, "credit", FALSE, where, &credit, error)
      || !news_strict_get_text (object, "licence", FALSE, where, &licence, error)
      || !news_strict_get_text (object, "url", FALSE, where, &address, error)
      || !news_strict_get_flag (object, "link_back", where, &self->link_back, error))
    return FALSE;
  if (address != NULL && !news_web_address_is_web (address))
    return news_strict_fail (error, where, "“%s” is not an address", address);

  self->text = (NewsTermsText) text;
  self->credit = g_strdup (credit);
  self->licence = g_strdup (licence);
  self->address = g_strdup (address);

  return TRUE;
}

void
news_terms_clear (NewsTerms *self)
{
  g_clear_pointer (&self->credit, g_free);
  g_clear_pointer (&self->licence, g_free);
  g_clear_pointer (&self->address, g_free);
}
