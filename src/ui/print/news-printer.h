/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include "news-page.h"
#include "news-picture-loader.h"
#include "news-story.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEWS_TYPE_PRINTER (news_printer_get_type ())

/* Prints an article, or writes it as a PDF, which is one of the choices of the desktop's own
 * dialog. Of the widgets on show it needs none: it sets the article anew, in pieces between frames.
 * Belongs to the main thread. */
G_DECLARE_FINAL_TYPE (NewsPrinter, news_printer, NEWS, PRINTER, GObject)

/* @page and @loader may be NULL. */
NewsPrinter *news_printer_new (NewsStory *story, NewsPage *page, NewsPictureLoader *loader);

/* Begins with what is chosen in @settings, and keeps there what a reader chooses, see
 * news-print-choices.h. Before it prints. */
void news_printer_set_settings (NewsPrinter *self, GSettings *settings);

/* Waits for the pictures, but not for long, asks in a dialog over @parent, and prints. With @path,
 * writes a PDF there instead and asks nothing. TRUE at its end if it was printed, or was handed
 * over; a reader's refusal is G_IO_ERROR_CANCELLED. */
void news_printer_print_async (NewsPrinter *self,
                               GtkWindow *parent,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean news_printer_print_finish (NewsPrinter *self, GAsyncResult *result, GError **error);

G_END_DECLS
