/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "fuzz.h"
#include "news-web-address.h"

#include <string.h>

/* A line with an address, and then what it is the base of. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *resolved = NULL;
  g_autofree char *normal = NULL;
  g_autofree char *again = NULL;
  g_autofree char *host = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  char *rest = strchr (text, '\n');

  fuzz_expect_silence ();

  if (rest != NULL)
    *rest++ = '\0';
  resolved = news_web_address_resolve (rest != NULL ? rest : text, text);
  normal = news_web_address_normalise (text);
  again = normal != NULL ? news_web_address_normalise (normal) : NULL;
  host = news_web_address_dup_host (text);
  folder = news_web_address_dup_folder (text);
  name = news_web_address_dup_host_name (text);

  g_assert (resolved == NULL || news_web_address_is_web (resolved));
  g_assert (g_strcmp0 (normal, again) == 0);

  return 0;
}
