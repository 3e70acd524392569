/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-application.h"
#include "news-memory.h"
#include "news-options.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (NewsApplication) application = NULL;

  news_memory_set_up ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (APPLICATION_ID);

  application = news_application_new (news_options_ask_for_sample (argc, argv));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
