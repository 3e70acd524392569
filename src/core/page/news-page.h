/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PAGE (news_page_get_type ())
#define NEWS_PAGE_ERROR (news_page_error_quark ())

typedef enum
{
  NEWS_PAGE_ERROR_CORRUPT, /* the bytes are not those of news_page_to_bytes() */
} NewsPageError;

/* The body of an article as a tree of blocks: what the reader draws, and what the text for the
 * index and the preview are taken from. Immutable; may be shared between threads. Everything in it
 * is safe to show: no scripts, styles or forms, only http, https and mailto addresses, all
 * absolute. */
typedef struct _NewsPage NewsPage;

GQuark news_page_error_quark (void);
GType news_page_get_type (void) G_GNUC_CONST;
NewsPage *news_page_ref (NewsPage *self);
void news_page_unref (NewsPage *self);

/* Reads the HTML of a body, a fragment or a whole document, as a browser would (WHATWG HTML, as far
 * as news-html-parser.h says), and keeps what a newspaper prints. Never fails: what it can't
 * understand becomes paragraphs. @base is what relative addresses are relative to, or NULL to drop
 * them; the <base> of a whole document goes before it. Takes time in proportion to @html; for
 * worker threads. */
NewsPage *news_page_new_from_html (const char *html, gssize length, const char *base);

/* Plain text: blank lines make paragraphs, single ones line breaks; bare addresses become links. */
NewsPage *news_page_new_from_text (const char *text);

/* Markdown, read as the HTML that it stands for (news-markdown.h); @base as above. Who does not
 * know whether a text is one asks news_markdown_signs_suffice(). */
NewsPage *news_page_new_from_markdown (const char *text, const char *base);

/* The blocks, in order. */
guint news_page_get_n_blocks (NewsPage *self);
const NewsBlock *news_page_get_block (NewsPage *self, guint index);

/* Whether the body was longer or deeper than a page may be, so that its end is missing. */
gboolean news_page_is_cut (NewsPage *self);

/* In minutes, see news_reading_time_measure(). */
double news_page_measure_reading_time (NewsPage *self, double most);

/* The first picture of the body that is large enough to lead (or of unknown size), or NULL.
 * Borrowed. */
NewsPicture *news_page_get_first_picture (NewsPage *self);

/* All figures of the body in reading order, those within other blocks too. The array is the
 * caller's; the blocks are the page's. */
GPtrArray *news_page_list_figures (NewsPage *self);

/* A page without the picture that is the same image as @lead, where that picture comes before any
 * other block but headings, so that it is not shown twice. Returns @self itself, with a reference,
 * if there is none. */
NewsPage *news_page_without_lead (NewsPage *self, NewsPicture *lead);

/* A page that begins with @key_points, which are taken over, and goes on with @self, or with
 * nothing if that is NULL. Where @self has such a summary itself, that is the one that stays:
 * returns @self, with a reference. */
NewsPage *news_page_with_key_points (NewsPage *self, NewsBlock *key_points);

/* All text in reading order, with alternative text and captions of pictures; blocks apart by a
 * blank line, items of a list and rows of a table by a line break. "" for an empty page; never
 * NULL. */
char *news_page_dup_text (NewsPage *self);

/* The first words of the paragraphs, on one line, at most @characters long, cut at a word's (or
 * between two Han characters') end with "…". NULL for a page without paragraphs. */
char *news_page_dup_preview (NewsPage *self, guint characters);

/* A compact form to store, and back. The same page always gives the same bytes. */
GBytes *news_page_to_bytes (NewsPage *self);
NewsPage *news_page_new_from_bytes (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsPage, news_page_unref)

G_END_DECLS
