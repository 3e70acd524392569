/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "ui-test.h"

#include "news-printer.h"
#include "ui-pictures.h"

#include <glib/gstdio.h>

typedef struct
{
  NewsStory *story;
  NewsPage *page;
  char *folder;
  char *path;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  NewsArticle *article = news_article_new ();
  g_autoptr (GString) html = g_string_new (NULL);

  article->id = g_strdup ("1");
  article->title = g_strdup ("The ferry");
  article->outlet = g_strdup ("The Peers");
  article->lead = ui_pictures_create_picture ("https://pictures.example/a.png", 600, 400);
  fixture->story = news_story_new ();
  fixture->story->article = article;
  for (guint i = 0; i < 120; i++)
    g_string_append (html, "<p>The ferry left at nine, as it had done since the bridge was closed, "
                           "with eleven people, two bicycles and a dog.</p>");
  fixture->page = news_page_new_from_html (html->str, -1, NULL);
  fixture->folder = g_dir_make_tmp ("printer-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "article.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  news_page_unref (fixture->page);
  news_story_unref (fixture->story);
}

static void
printed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

static void
print (Fixture *fixture, NewsPrinter *printer)
{
  news_printer_print_async (printer, NULL, fixture->path, NULL, printed_cb, fixture);
  ui_test_wait (is_done, fixture);
}

static guint
count (const char *text, gsize length, const char *part)
{
  guint n = 0;

  for (const char *at = text;
       (at = memmem (at, length - (gsize) (at - text), part, strlen (part))) != NULL; at++)
    n++;

  return n;
}

/* All of the file's streams, in which lies what is not a picture either, as plain text. */
static GString *
inflate (const char *pdf, gsize length)
{
  GString *all = g_string_new (NULL);
  const char *at = pdf;

  while ((at = memmem (at, length - (gsize) (at - pdf), "stream\n", 7)) != NULL)
    {
      g_autoptr (GConverter) converter
        = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autoptr (GInputStream) memory = NULL;
      g_autoptr (GInputStream) stream = NULL;
      char buffer[4096];
      gssize got;

      at += 7;
      memory = g_memory_input_stream_new_from_data (at, (gssize) length - (at - pdf), NULL);
      stream = g_converter_input_stream_new (memory, converter);
      while ((got = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
        g_string_append_len (all, buffer, got);
    }

  return all;
}

/* The file can be told by its title and author, and its links be followed. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPage) page = news_page_new_from_html (
    "<p>The <a href=\"https://a.example/map\">map</a>.</p><table><tr><td>1<td>"
    "<a href=\"https://a.example/cell\">cell</a></table>"
    "<iframe src=\"https://www.youtube.com/embed/abc\" title=\"V\"></iframe>",
    -1, "https://paper.example/");
  g_autoptr (NewsPrinter) printer = news_printer_new (fixture->story, page, NULL);
  g_autoptr (GString) text = NULL;
  g_autofree char *pdf = NULL;
  gsize length;

  fixture->story->article->url = g_strdup ("https://paper.example/1");
  fixture->story->article->byline = g_strdup ("Ann Ames");
  print (fixture, printer);
  g_assert_true (news_printer_print_finish (printer, fixture->result, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &pdf, &length, NULL));
  text = inflate (pdf, length);
  g_string_append_len (text, pdf, (gssize) length);

  g_assert_cmpuint (count (text->str, text->len, "/URI (https://a.example/map)"), ==, 1);
  g_assert_cmpuint (count (text->str, text->len, "/URI (https://a.example/cell)"), ==, 1);
  g_assert_cmpuint (count (text->str, text->len, "/URI (https://www.youtube.com/"), ==, 1);
  g_assert_cmpuint (count (text->str, text->len, "/URI (https://paper.example/1)"), ==, 1);
  g_assert_cmpuint (count (text->str, text->len, "/Title (The ferry)"), ==, 1);
  g_assert_cmpuint (count (text->str, text->len, "/Author (Ann Ames)"), ==, 1);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  NewsPrinter *printer = NULL;
  g_autoptr (GBytes) png = ui_pictures_create_png (600, 400);
  g_autofree char *pdf = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  ui_pictures_keep (pictures, "https://pictures.example/a.png", png);
  printer = news_printer_new (fixture->story, fixture->page, pictures->loader);
  print (fixture, printer);
  g_assert_true (news_printer_print_finish (printer, fixture->result, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (fixture->path, &pdf, &length, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpuint (count (pdf, length, "/Subtype /Image"), >=, 1);
  g_clear_object (&fixture->result);
  g_assert_finalize_object (printer);
}

/* Where a picture can't be had, the article is printed without it. */
static void
test_without_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  NewsPrinter *printer = news_printer_new (fixture->story, fixture->page, pictures->loader);

  g_clear_pointer (&fixture->story->article->lead, news_picture_unref);
  fixture->story->article->lead = ui_pictures_create_picture ("http://127.0.0.1:1/a.png", 600, 400);
  print (fixture, printer);
  g_assert_true (news_printer_print_finish (printer, fixture->result, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_clear_object (&fixture->result);
  g_assert_finalize_object (printer);
}

/* On the paper that was chosen the last time, which is kept for the next. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_autoptr (NewsPrinter) printer = news_printer_new (fixture->story, NULL, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *paper = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *pdf = NULL;
  gsize length;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_to_key_file (setup, file, NULL);
  paper = g_key_file_to_data (file, NULL, NULL);
  g_settings_set_string (settings, "page-setup", paper);
  g_settings_set_value (settings, "print-settings",
                        g_variant_new_parsed ("{ 'quality': <'draft'>, 'n-copies': <'2'> }"));
  news_printer_set_settings (printer, settings);
  print (fixture, printer);
  g_assert_true (news_printer_print_finish (printer, fixture->result, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &pdf, &length, NULL));
  text = inflate (pdf, length);
  g_string_append_len (text, pdf, (gssize) length);
  g_assert_cmpuint (count (text->str, text->len, "/MediaBox [ 0 0 419."), >=, 1);
  kept = g_settings_get_value (settings, "print-settings");
  g_assert_true (g_variant_lookup (kept, "quality", "s", NULL));
  g_assert_false (g_variant_lookup (kept, "n-copies", "s", NULL));
}

static void
test_no_body (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NewsPrinter) printer = news_printer_new (fixture->story, NULL, NULL);

  print (fixture, printer);
  g_assert_true (news_printer_print_finish (printer, fixture->result, NULL));
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/printer/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/printer/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/printer/without-picture", Fixture, NULL, set_up, test_without_picture, tear_down);
  g_test_add ("/printer/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/printer/no-body", Fixture, NULL, set_up, test_no_body, tear_down);

  return g_test_run ();
}
