/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an article is, as words of the index beside those of its text: so that the index itself
 * finds the few articles of a source that have a common word, and nobody has to look through all
 * that have it. They begin with a character of the private use area, which no tokenizer gives.
 *
 * Each appends one to @words, with a blank before it. */
void news_search_facets_append_any (GString *words); /* what every article is */
void news_search_facets_append_pictured (GString *words);
void news_search_facets_append_source (GString *words, gint64 source);
void news_search_facets_append_topic (GString *words, gint64 topic);

/* @word: one token, of @length bytes, of the byline or of the outlet's name. */
void news_search_facets_append_byline (GString *words, const char *word, gsize length);
void news_search_facets_append_outlet (GString *words, const char *word, gsize length);

/* By UTC, with 1970 for all that is older. */
void news_search_facets_append_year (GString *words, int year);
void news_search_facets_append_month (GString *words, int year, int month);

/* The year and month (1 to 12) of @time, seconds since 1970, by UTC. */
void news_search_facets_get_month (gint64 time, int *year, int *month);

G_END_DECLS
