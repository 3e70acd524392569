/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-search-expression.h"
#include "news-search-query.h"
#include "news-search-terms.h"

G_BEGIN_DECLS

/* What the words of a search's terms ask of the terms of an article: expressions, which the caller
 * owns. Where a word is open, as the last one is while it is being typed, words that begin with it
 * will do. */

/* @word in @field. */
NewsSearchExpression *news_search_term_expect_word (NewsField field,
                                                    const char *word,
                                                    gboolean open);

/* The words of @term, each in one of @fields (@n of them). */
NewsSearchExpression *news_search_term_expect (const NewsSearchTerm *term,
                                               const NewsField *fields,
                                               guint n);

/* The term anywhere. One or two letters are the beginning of a word of title and names only; and
 * after other words they are left to the text to tell. */
NewsSearchExpression *news_search_term_expect_anywhere (const NewsSearchTerm *term);

/* Words that follow one another in the title; a last one that is @open is not looked at. */
NewsSearchExpression *news_search_term_expect_following (char **words, gboolean open);

/* All of it in the title, one word after the other. */
NewsSearchExpression *news_search_term_expect_in_title (const NewsSearchTerm *term);

G_END_DECLS
