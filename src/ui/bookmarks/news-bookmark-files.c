/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-bookmark-files.h"

#include "news-file-dialog.h"

#include <glib/gi18n.h>

/* An import of more bookmarks takes long enough for its progress to be told. */
#define LONG 1000

/* An import or export on its way. */
typedef struct
{
  NewsDesk *desk;
  NewsMarks *marks;
  AdwToastOverlay *toasts;
  NewsBookmarksFormat format;
  NewsBookmarkImport *import; /* what was read, or NULL */
  AdwToast *progress;         /* or NULL */
  gboolean stopped;           /* the reader has had enough of it */
} Errand;

static const struct
{
  const char *title;
  const char *name;
} formats[] = {
  [NEWS_BOOKMARKS_JSON] = { N_ ("Export for Broadsheet"), N_ ("Bookmarks with Articles (JSON)") },
  [NEWS_BOOKMARKS_HTML] = { N_ ("Export for Browsers"), N_ ("Bookmarks (HTML)") },
  [NEWS_BOOKMARKS_MARKDOWN] = { N_ ("Export as a List"), N_ ("Lists of Links (Markdown)") },
};

static Errand *
create_errand (NewsDesk *desk, NewsMarks *marks, AdwToastOverlay *toasts)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->desk = g_object_ref (desk);
  errand->marks = g_object_ref (marks);
  errand->toasts = g_object_ref (toasts);

  return errand;
}

static void
free_errand (Errand *errand)
{
  g_clear_pointer (&errand->import, news_bookmark_import_free);
  g_clear_object (&errand->progress);
  g_object_unref (errand->desk);
  g_object_unref (errand->marks);
  g_object_unref (errand->toasts);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

/* At once: it answers what the reader has just done. */
static AdwToast *
show_toast (Errand *errand, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (errand->toasts, toast);

  return toast;
}

static void
tell (Errand *errand, const char *what, GError *error)
{
  g_autofree char *words = NULL;

  if (news_file_dialog_was_closed (error))
    return;

  words = g_strdup_printf ("%s %s", what, error->message);
  show_toast (errand, words);
}

static GtkWindow *
get_window (Errand *errand)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (errand->toasts)));
}

/* --- taking in --- */

static void take (Errand *errand);

static void
stopped_cb (AdwToast *toast, Errand *errand)
{
  errand->stopped = TRUE;
}

static void
show_progress (Errand *errand)
{
  guint n = errand->import->list->bookmarks->len;
  guint percent = 100 - (guint) ((guint64) errand->import->left * 100 / n);
  /* Translators: %u is how many per cent of the bookmarks have been imported */
  g_autofree char *words = g_strdup_printf (_ ("Importing bookmarks: %u %%"), percent);

  if (n <= LONG)
    return;

  if (errand->progress == NULL)
    {
      errand->progress = g_object_ref (show_toast (errand, words));
      adw_toast_set_timeout (errand->progress, 0);
      adw_toast_set_button_label (errand->progress, _ ("_Stop"));
      g_signal_connect (errand->progress, "dismissed", G_CALLBACK (stopped_cb), errand);
    }
  adw_toast_set_title (errand->progress, words);
}

static void
end_progress (Errand *errand)
{
  if (errand->progress == NULL)
    return;

  g_signal_handlers_disconnect_by_func (errand->progress, stopped_cb, errand);
  adw_toast_dismiss (errand->progress);
}

/* What has come can be undone, even if the rest did not. */
static void
finish (Errand *errand)
{
  GArray *marked = errand->import->marked;
  g_autofree char *words = g_strdup_printf (
    ngettext ("%u bookmark imported", "%u bookmarks imported", marked->len), marked->len);
  AdwToast *toast;

  end_progress (errand);
  if (marked->len == 0)
    return;

  news_marks_note_import (errand->marks, marked);
  toast = show_toast (errand, words);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "story.undo");
}

static void
taken_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!news_desk_take_bookmarks_finish (NEWS_DESK (object), result, &error))
    {
      finish (errand);
      tell (errand, _ ("Not all bookmarks could be imported."), error);
    }
  else if (errand->import->left == 0 || errand->stopped)
    {
      finish (errand);
    }
  else
    {
      take (g_steal_pointer (&errand));
    }
}

/* @errand is taken. */
static void
take (Errand *errand)
{
  show_progress (errand);
  news_desk_take_bookmarks_async (errand->desk, errand->import, NULL, taken_cb, errand);
}

/* --- the question --- */

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (answer, "import"))
    take (g_steal_pointer (&errand));
}

static char *
dup_heading (NewsBookmarkImport *import)
{
  guint coming = import->tally.added + import->tally.stored;

  if (coming == 0)
    return g_strdup (_ ("Nothing to Import"));

  return g_strdup_printf (ngettext ("Import %u Bookmark?", "Import %u Bookmarks?", coming), coming);
}

/* What does not come; NULL if all of it does. */
static char *
dup_body (NewsBookmarkImport *import)
{
  guint known = import->tally.known;
  guint left_out = import->list->left_out;
  g_autofree char *there
    = g_strdup_printf (ngettext ("%u is there already.", "%u are there already.", known), known);
  g_autofree char *rest = g_strdup_printf (
    ngettext ("%u entry is no web address, or can’t be read, and is left out.",
              "%u entries are no web addresses, or can’t be read, and are left out.", left_out),
    left_out);

  if (known > 0 && left_out > 0)
    return g_strdup_printf ("%s %s", there, rest);
  if (known > 0)
    return g_steal_pointer (&there);

  return left_out > 0 ? g_steal_pointer (&rest) : NULL;
}

/* @errand is taken. */
static void
ask (Errand *errand)
{
  gboolean coming = errand->import->tally.added + errand->import->tally.stored > 0;
  g_autofree char *heading = dup_heading (errand->import);
  g_autofree char *body = dup_body (errand->import);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", coming ? _ ("_Cancel") : _ ("_Close"), NULL);
  if (coming)
    {
      adw_alert_dialog_add_responses (dialog, "import", _ ("_Import"), NULL);
      adw_alert_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "import");
    }
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (errand->toasts), NULL, answered_cb, errand);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  errand->import = news_desk_read_bookmarks_finish (NEWS_DESK (object), result, &error);
  if (errand->import != NULL)
    ask (g_steal_pointer (&errand));
  else
    tell (errand, _ ("The bookmarks could not be imported."), error);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    news_bookmark_files_read (errand->desk, errand->marks, errand->toasts, file);
  else
    tell (errand, _ ("The bookmarks could not be imported."), error);
}

/* --- export --- */

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  int n = news_desk_write_bookmarks_finish (NEWS_DESK (object), result, &error);
  g_autofree char *words = NULL;

  if (n < 0)
    {
      tell (errand, _ ("The bookmarks could not be exported."), error);
      return;
    }

  words = g_strdup_printf (ngettext ("%u bookmark exported", "%u bookmarks exported", (gulong) n),
                           (guint) n);
  show_toast (errand, words);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    news_bookmark_files_write (errand->desk, errand->marks, errand->toasts, errand->format, file);
  else
    tell (errand, _ ("The bookmarks could not be exported."), error);
}

/* --- dialogs --- */

void
news_bookmark_files_import (NewsDesk *desk, NewsMarks *marks, AdwToastOverlay *toasts)
{
  static const char *const suffixes[] = { "json", "html", "htm", "md", "markdown", NULL };
  g_autoptr (GtkFileDialog) dialog = news_file_dialog_new (
    _ ("Import Bookmarks"), _ ("Bookmarks (JSON, HTML, Markdown)"), suffixes);
  Errand *errand = create_errand (desk, marks, toasts);

  news_file_dialog_add_any (dialog);
  gtk_file_dialog_open (dialog, get_window (errand), NULL, opened_cb, errand);
}

void
news_bookmark_files_read (NewsDesk *desk, NewsMarks *marks, AdwToastOverlay *toasts, GFile *file)
{
  news_desk_read_bookmarks_async (desk, file, NULL, read_cb, create_errand (desk, marks, toasts));
}

void
news_bookmark_files_export (NewsDesk *desk,
                            NewsMarks *marks,
                            AdwToastOverlay *toasts,
                            NewsBookmarksFormat format)
{
  const char *suffixes[] = { news_bookmarks_format_get_suffix (format), NULL };
  g_autoptr (GtkFileDialog) dialog
    = news_file_dialog_new (_ (formats[format].title), _ (formats[format].name), suffixes);
  /* Translators: the name of a file, before .json or the like */
  g_autofree char *name = g_strconcat (_ ("bookmarks"), ".", suffixes[0], NULL);
  Errand *errand = create_errand (desk, marks, toasts);

  errand->format = format;
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (errand), NULL, saved_cb, errand);
}

void
news_bookmark_files_write (NewsDesk *desk,
                           NewsMarks *marks,
                           AdwToastOverlay *toasts,
                           NewsBookmarksFormat format,
                           GFile *file)
{
  news_desk_write_bookmarks_async (desk, file, format, NULL, written_cb,
                                   create_errand (desk, marks, toasts));
}
