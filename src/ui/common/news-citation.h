/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-article.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* An article as others are told of it: who wrote what where and when, and its address. Of these,
 * what is known; all results are to be freed. */

/* The address without the parameters that only tell who came from where, or NULL where the article
 * has none that may be followed. */
char *news_citation_dup_link (NewsArticle *article);

/* On one line: “Title”, author, outlet, date, address. The marks are those of the article's
 * language, the date is in the desktop's. */
char *news_citation_dup_text (NewsArticle *article);

/* The same as HTML, with the title as a link. */
char *news_citation_dup_html (NewsArticle *article);

/* Words of an article, @quote, as plain text with paragraphs apart by line breaks, and under them
 * where they are from; the text for programs without styles, the HTML for the others. */
char *news_citation_dup_quote_text (NewsArticle *article, const char *quote);
char *news_citation_dup_quote_html (NewsArticle *article, const char *quote);

/* The same of words that are HTML already. */
char *news_citation_dup_quote_markup (NewsArticle *article, const char *markup);

/* A mailto: address (RFC 6068) of a mail to nobody yet, with the title as its subject, and title,
 * outlet and address as its text. */
char *news_citation_dup_mail (NewsArticle *article);

/* Both forms for the clipboard. The caller owns it. */
GdkContentProvider *news_citation_create_content (const char *text, const char *html);

G_END_DECLS
