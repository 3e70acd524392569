/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-edition.h"
#include "news-finder.h"

G_BEGIN_DECLS

#define NEWS_TYPE_OFFER (news_offer_get_type ())

/* What a person gets who takes one of the sources that an address offers. Where it is locked
 * (NewsFind.locked), no more is known than who it is, until a person has entered what it wants.
 * Immutable once it is shared between threads. */
typedef struct _NewsOffer NewsOffer;

struct _NewsOffer
{
  NewsFind find;       /* name, home and language are those of its source */
  GPtrArray *sections; /* NewsApiSection; empty where there is only everything */
  guint articles;      /* on the first page of everything */
  char *headline;      /* the first title there, or NULL */
  gboolean whole;      /* articles can be read here, and are not only summaries */
};

GType news_offer_get_type (void) G_GNUC_CONST;
NewsOffer *news_offer_ref (NewsOffer *self);
void news_offer_unref (NewsOffer *self);

/* All that the address which a person typed offers, the best first: what was typed itself, then
 * APIs whose articles are whole, feeds whose articles are whole, summaries; where all is the same,
 * as the site orders them. One that wants a key which @keyring (nullable) does not have is locked,
 * and stands where an API with summaries does. What has no articles to read, or fails, is left out.
 * An array of NewsOffer, never empty; or NULL with the errors of news_finder_find(), or that of the
 * only source there. Asks each source for its sections and its first page. Worker threads only. */
GPtrArray *news_offer_list (NewsFetcher *fetcher,
                            NewsRegistry *registry,
                            NewsKeyring *keyring,
                            const char *typed,
                            GCancellable *cancellable,
                            GError **error);

/* What a person is asked for to unlock it: an array of const NewsParameter, borrowed from its
 * descriptor, in that one's order. What was found with the address is not among them. */
GPtrArray *news_offer_list_parameters (NewsOffer *self);

/* Tries what a person has entered, by asking the source with it: @values has char* to char*, by the
 * names of the parameters. If the source answers, secrets are stored in @keyring, all else is in
 * the source of the offer that is returned, which is complete. If it does not, nothing is stored;
 * NEWS_API_ERROR_KEY_INVALID says that what was entered is wrong, and all other errors are those of
 * errands. Worker threads only. */
NewsOffer *news_offer_unlock (NewsOffer *self,
                              GHashTable *values,
                              NewsFetcher *fetcher,
                              NewsKeyring *keyring,
                              GCancellable *cancellable,
                              GError **error);

/* A copy of @edition with the sections of those @ids, NULL among them standing for everything. With
 * @into, the id of one of the edition's sections, they become a part of that; without, each is a
 * section of its own, under the source's name as their heading. What the edition has already is
 * not added twice. @place (to be freed) gets the id of the section in which the last of them is.
 * G_IO_ERROR_NOT_FOUND where nothing can be added to @into, or the source has no such section. */
NewsEdition *news_offer_add_to (NewsOffer *self,
                                NewsEdition *edition,
                                GPtrArray *ids,
                                const char *into,
                                char **place,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsOffer, news_offer_unref)

G_END_DECLS
