/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-corpus-server.h"

#include "news-corpus-json.h"

#include <string.h>

gsize
news_corpus_serve (NewsCorpus *self,
                   NewsTestServer *server,
                   guint sources,
                   guint skipped,
                   guint length)
{
  gsize size = 0;

  for (guint i = 0; i < sources; i++)
    {
      g_autofree char *path = g_strdup_printf ("/source-%u/wp-json/wp/v2/posts", i);
      g_autofree char *answer = news_corpus_dup_answer (self, i, skipped, length);

      news_test_server_serve (server, path, 200, "application/json", answer);
      size += strlen (answer);
    }

  return size;
}
