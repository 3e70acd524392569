/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "corpus-lexicon.h"
#include "news-article.h"
#include "news-section.h"
#include "news-source.h"

G_BEGIN_DECLS

/* Newspapers of ten years, as many as somebody may have kept who reads a lot: made up, and always
 * the same for the same seed, on every machine.
 *
 * Every third source is in Chinese, and every fourth of these in Traditional characters. The first
 * sources print eleven times as much as the last ones. Article 0 is the oldest; towards now there
 * are more and more of them, as papers that were added later are not there from the beginning, and
 * at night there are few. English bodies have a median of 550 words, Chinese ones of 900
 * characters; one in five has twice as many or more. Seven in ten articles have a lead picture; one
 * in fifteen has two topics; half of the sources count visits.
 *
 * An article is what its source tells of it, with the body as HTML; news_intake_prepare() makes of
 * it what is stored. Immutable; may be shared between threads. */
typedef struct _NewsCorpus NewsCorpus;

/* When the newest article was published: a Sunday in February 2026. */
#define NEWS_CORPUS_NOW G_GINT64_CONSTANT (1771768800)

/* The sections that each source has: "1" and so on. */
#define NEWS_CORPUS_SECTIONS 6

/* The seed and the sources that benches use. */
#define NEWS_CORPUS_SEED 1
#define NEWS_CORPUS_SOURCES 600

NewsCorpus *news_corpus_new (guint32 seed, guint sources, guint articles);
void news_corpus_free (NewsCorpus *self);
guint news_corpus_get_n_sources (NewsCorpus *self);
guint news_corpus_get_n_articles (NewsCorpus *self);

/* The source, whose id is "source-N". */
NewsSource *news_corpus_create_source (NewsCorpus *self, guint source);
CorpusLanguage news_corpus_get_language (NewsCorpus *self, guint source);
const CorpusLexicon *news_corpus_get_lexicon (NewsCorpus *self, CorpusLanguage language);

/* An article, whose id is its number. There are more than the corpus has: from its number of
 * articles on they are those that come afterwards, one every two minutes. */
NewsArticle *news_corpus_create_article (NewsCorpus *self, guint article);
guint news_corpus_get_source (NewsCorpus *self, guint article);
gint64 news_corpus_get_time (NewsCorpus *self, guint article);

/* How the reader has marked it: one in ten is a bookmark, and two in five were read. */
gboolean news_corpus_is_bookmarked (NewsCorpus *self, guint article);
gboolean news_corpus_is_read (NewsCorpus *self, guint article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsCorpus, news_corpus_free)

G_END_DECLS
