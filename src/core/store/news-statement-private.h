/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-database.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Takes @handle, which may be NULL if it could not be prepared: such a statement gives no rows. */
NewsStatement *news_statement_new (NewsDatabase *database, sqlite3_stmt *handle);
void news_statement_free (NewsStatement *self);

/* Makes a used statement like a new one. */
void news_statement_renew (NewsStatement *self);

G_END_DECLS
