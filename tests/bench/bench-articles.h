/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pictures that the articles show between them, at bench_articles_dup_picture(). */
#define BENCH_ARTICLES_PICTURES 24

#define BENCH_ARTICLES_WIDTH 1280
#define BENCH_ARTICLES_HEIGHT 853

/* What a WordPress site answers when it is asked for posts: one of @words words (in Chinese, twice
 * as many characters), in paragraphs with links and emphasis, headings between them, a list, and as
 * many pictures as @pictures says, of a known size. @number is its id. The same at each call. */
char *bench_articles_dup_answer (gboolean chinese, guint number, guint words, guint pictures);

/* The address of a picture. */
char *bench_articles_dup_picture (guint number);

G_END_DECLS
