/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-empty-window MODE: what Broadsheet's start is compared with, the least that an application
 * of its kind is. For bench-start. */

#include "bench-probe.h"

#include <adwaita.h>
#include <string.h>

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                    "default-width", 1180, "default-height", 760, NULL);

  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
is_filled (GtkWindow *window)
{
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application
    = adw_application_new ("io.github.broadsheet.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  bench_probe_watch (GTK_APPLICATION (application), is_filled, NULL,
                     argc > 1 && strcmp (argv[argc - 1], BENCH_PROBE_REST) == 0);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
