/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All keys of Broadsheet, in one table: the window's shortcuts and the shortcuts dialog are made
 * from it. */
typedef struct
{
  const char *group;  /* heading in the dialog, marked for translation */
  const char *title;  /* what it does, marked for translation */
  const char *action; /* detailed action name, or NULL for a key that a focused row, or the
                         viewer of pictures, listens to */
  const char *letter; /* an accelerator without Ctrl or Alt that can be switched off, or NULL */
  const char *keys;   /* further accelerators, apart by blanks, or NULL */
} NewsKey;

const NewsKey *news_keys_get_all (guint *n);

/* The table as two controllers for a window: of the letters alone, to be switched off by removing
 * it, and of all others. */
GtkEventController *news_keys_create_letters (void);
GtkEventController *news_keys_create_others (void);

G_END_DECLS
