/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Prints what is made of a file of HTML, or of Markdown (.md): dump-page FILE [BASE]. To look at
 * pages, and to make the expected output of a new fixture, which a person then has to read. */

#include "page-dump.h"

#include <stdio.h>

int
main (int argc, char *argv[])
{
  g_autofree char *html = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsPage) page = NULL;
  const char *base;
  gsize length;

  if (argc < 2 || !g_file_get_contents (argv[1], &html, &length, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "dump-page FILE [BASE]");
      return 1;
    }

  base = argc > 2 ? argv[2] : "https://site.example/dir/page";
  if (g_str_has_suffix (argv[1], ".md"))
    page = news_page_new_from_markdown (html, base);
  else
    page = news_page_new_from_html (html, length, base);
  dump = page_dump (page);
  preview = news_page_dup_preview (page, 160);
  printf ("%spreview: %s\n", dump, preview != NULL ? preview : "none");

  return 0;
}
