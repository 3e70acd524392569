/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-sample-reply.h"
#include "news-sample-state.h"

G_BEGIN_DECLS

/* The sample edition as a site: which address is answered with what. It knows nothing of sockets.
 * One thread at a time. */
typedef struct _NewsSampleSite NewsSampleSite;

/* What the answer to a request depends on. All borrowed. */
typedef struct
{
  const char *path;          /* decoded */
  GHashTable *query;         /* char* to char*, or NULL */
  const char *accept;        /* the header's value, or NULL */
  const char *if_none_match; /* the same */
  gboolean head;             /* asked for the headers only, so nobody reads it */
} NewsSampleRequest;

/* Reads the content. @address is the server's, with a / at its end; @state is borrowed. */
NewsSampleSite *news_sample_site_new (const char *address, NewsSampleState *state);
void news_sample_site_free (NewsSampleSite *self);

/* The answer, whatever is asked for: the unknown is a 404, the impossible a 400. May take as long
 * as a drawing takes. */
NewsSampleReply *news_sample_site_answer (NewsSampleSite *self, const NewsSampleRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsSampleSite, news_sample_site_free)

G_END_DECLS
