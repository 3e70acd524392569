/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The command line. */
typedef struct
{
  gboolean sample;
  gboolean dark;
  int width; /* 0 where none was asked for */
  int height;
  char **files; /* to be taken in, or NULL; owned */
} NewsOptions;

/* Adds the options to @application. */
void news_options_add (GApplication *application);

/* Reads those that begin a window into @self. What ends at once, such as --version and
 * --check-source, is done, and its exit status returned; -1 stands for going on. */
int news_options_handle (NewsOptions *self, GVariantDict *options);

/* Whether --sample is among the arguments: it decides under which name the application runs, before
 * it can be asked. */
gboolean news_options_ask_for_sample (int argc, char *const *argv);

G_END_DECLS
