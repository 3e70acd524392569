/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a WordPress site answers when it is asked for posts with all that belongs to them: @count of
 * them, numbered from @first on, the newest first, of which @age are left out, with bodies of about
 * 10 KB, as they are on the web. To be freed. */
char *bench_posts_dup_answer (guint first, guint count, guint age);

G_END_DECLS
