/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-errand.h"

G_BEGIN_DECLS

/* Asks for the articles whose ids a list gave, some at a time, and adds them to @errand's answer in
 * the list's order. One that fails is told as a fault and does not keep the others; it is an error
 * only where all of them do. Waits. */
gboolean news_follow_run (NewsErrand *errand,
                          NewsFetcher *fetcher,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
