/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-tracking.h"

#include <string.h>

/* A name with a star stands for all that begin so. */
static const char *const names[] = {
  "utm_*",   "fbclid",  "gclid",   "gclsrc",
  "dclid",   "gbraid",  "wbraid",  "msclkid",
  "yclid",   "twclid",  "ttclid",  "igshid",
  "igsh",    "mc_cid",  "mc_eid",  "mkt_tok",
  "_hsenc",  "_hsmi",   "vero_id", "oly_*",
  "ref_src", "ref_url", "cmpid",   "CMP",
  "_ga",     "_gl",     "guce_*",  "guccounter",
  "ocid",    "xtor",    "wprov",   "__twitter_impression",
};

gboolean
news_tracking_is_parameter (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *star = strchr (names[i], '*');
      gsize fixed = star != NULL ? (gsize) (star - names[i]) : strlen (names[i]);

      if (length >= fixed && strncmp (name, names[i], fixed) == 0
          && (star != NULL || length == fixed))
        return TRUE;
    }

  return FALSE;
}
