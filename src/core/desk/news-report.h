/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-finder.h"

G_BEGIN_DECLS

/* What --check-source prints: a JSON object with api, name, address, sections, articles, total and
 * errors. What is not known is null. */
typedef struct _NewsReport NewsReport;

NewsReport *news_report_new (void);
void news_report_free (NewsReport *self);

void news_report_set_find (NewsReport *self, const NewsFind *find);

/* @sections holds NewsApiSection. */
void news_report_set_sections (NewsReport *self, GPtrArray *sections);

/* Adds its articles, ready for the store, and what could not be understood. */
void news_report_add_articles (NewsReport *self, NewsAnswer *answer);
void news_report_set_total (NewsReport *self, gint64 total);
void news_report_add_error (NewsReport *self, const char *message);

char *news_report_to_string (NewsReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsReport, news_report_free)

G_END_DECLS
