/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-block.h"

G_BEGIN_DECLS

/* An array of NewsSpan that frees what is in them. */
GArray *news_spans_new (void);

/* Keeps of all spans what lies in @length bytes from @start on, as if the text began there. */
void news_spans_clip (GArray *spans, guint start, guint length);

/* Moves spans that are ordered, nested or apart into the empty array @to, as few as will do: a span
 * as long as the one around it becomes one with it, so does one that only goes on where its like
 * ended. @spans is empty afterwards. In one pass. */
void news_spans_move (GArray *spans, GArray *to);

G_END_DECLS
