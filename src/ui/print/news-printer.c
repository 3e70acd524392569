/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-printer.h"

#include "news-galley.h"
#include "news-print-choices.h"

#include <glib/gi18n.h>

/* Device pixels: some 200 an inch of the column. */
#define PICTURE_WIDTH 1000

/* More of them would not be in memory at once. */
#define MAX_PICTURES 40

/* Seconds that pictures are waited for. What has not come by then is printed in words. */
#define PATIENCE 4

/* Microseconds between two frames that setting may take. */
#define SLICE 4000

struct _NewsPrinter
{
  GObject parent_instance;

  /* Owned */
  NewsStory *story;
  NewsPage *page;
  NewsPictureLoader *loader;
  GSettings *settings;  /* or NULL */
  GHashTable *textures; /* NewsPicture to GdkTexture */
  NewsGalley *galley;
};

/* One printing. */
typedef struct
{
  GtkWindow *parent; /* owned, or NULL */
  char *path;
  GCancellable *loading;
  guint pending; /* pictures */
  guint patience;
} Job;

/* A picture on its way. */
typedef struct
{
  GTask *task;
  NewsPicture *picture;
} Load;

G_DEFINE_FINAL_TYPE (NewsPrinter, news_printer, G_TYPE_OBJECT)

static void
free_job (Job *job)
{
  g_clear_handle_id (&job->patience, g_source_remove);
  g_clear_object (&job->parent);
  g_clear_object (&job->loading);
  g_free (job->path);
  g_free (job);
}

/* --- printing --- */

static gboolean
paginate_cb (NewsPrinter *self, GtkPrintContext *context, GtkPrintOperation *operation)
{
  if (self->galley == NULL)
    self->galley = news_galley_new (self->story, self->page, self->textures,
                                    gtk_print_context_get_width (context),
                                    gtk_print_context_get_height (context));
  if (!news_galley_set_some (self->galley, SLICE))
    return FALSE;

  gtk_print_operation_set_n_pages (operation, (int) news_galley_get_n_pages (self->galley));

  return TRUE;
}

static void
draw_page_cb (NewsPrinter *self, GtkPrintContext *context, int page, GtkPrintOperation *operation)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  /* At each page, as a reader may have chosen any of them. */
  news_galley_describe (self->galley, cairo_get_target (cr));
  news_galley_draw (self->galley, (guint) page, cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  NewsPrinter *self = g_task_get_source_object (task);
  GError *error = NULL;

  g_clear_pointer (&self->galley, news_galley_free);
  if (g_task_get_completed (task))
    return;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_CANCEL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                     _ ("Nothing was printed."));
  else
    {
      if (self->settings != NULL)
        news_print_choices_keep (self->settings, operation);
      g_task_return_boolean (task, TRUE);
    }
}

static GtkPrintOperation *
create_operation (NewsPrinter *self, Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  const char *title = self->story->article->title;

  if (title == NULL)
    title = _ ("Untitled");
  if (self->settings != NULL)
    news_print_choices_restore (self->settings, operation, title);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (job->path != NULL)
    gtk_print_operation_set_export_filename (operation, job->path);
  g_signal_connect_object (operation, "paginate", G_CALLBACK (paginate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self,
                           G_CONNECT_SWAPPED);

  return operation;
}

static void
run (GTask *task)
{
  NewsPrinter *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  /* The operation keeps itself until it is done, and the task with it. */
  operation = create_operation (self, job);
  g_object_set_data_full (G_OBJECT (operation), "task", g_object_ref (task), g_object_unref);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), task, 0);
  if (gtk_print_operation_run (operation,
                               job->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                                 : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               job->parent, &error)
        == GTK_PRINT_OPERATION_RESULT_ERROR
      && !g_task_get_completed (task))
    g_task_return_error (task, g_steal_pointer (&error));
}

/* --- pictures --- */

static void
free_load (Load *load)
{
  g_object_unref (load->task);
  news_picture_unref (load->picture);
  g_free (load);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  NewsPrinter *self = g_task_get_source_object (load->task);
  Job *job = g_task_get_task_data (load->task);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image
    = news_picture_loader_load_finish (NEWS_PICTURE_LOADER (object), result, &error);

  /* Its words are printed in its place. */
  if (image == NULL)
    g_debug ("A picture is not printed: %s", error->message);
  else
    g_hash_table_insert (self->textures, news_picture_ref (load->picture),
                         g_object_ref (image->texture));

  job->pending--;
  if (job->pending == 0)
    {
      g_clear_handle_id (&job->patience, g_source_remove);
      run (load->task);
    }
  free_load (load);
}

static void
impatient_cb (gpointer user_data)
{
  Job *job = user_data;

  job->patience = 0;
  g_cancellable_cancel (job->loading);
}

static GPtrArray *
list_pictures (NewsPrinter *self)
{
  GPtrArray *pictures = g_ptr_array_new ();
  g_autoptr (GPtrArray) figures = self->page != NULL ? news_page_list_figures (self->page) : NULL;

  if (self->story->article->lead != NULL)
    g_ptr_array_add (pictures, self->story->article->lead);
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    g_ptr_array_add (pictures, ((const NewsBlock *) g_ptr_array_index (figures, i))->picture);
  g_ptr_array_set_size (pictures, (int) MIN (pictures->len, MAX_PICTURES));

  return pictures;
}

static void
load_pictures (GTask *task)
{
  NewsPrinter *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr (GPtrArray) pictures = list_pictures (self);

  if (pictures->len == 0 || self->loader == NULL)
    {
      run (task);
      return;
    }

  job->pending = pictures->len;
  job->patience = g_timeout_add_seconds_once (PATIENCE, impatient_cb, job);
  for (guint i = 0; i < pictures->len; i++)
    {
      Load *load = g_new0 (Load, 1);

      load->task = g_object_ref (task);
      load->picture = news_picture_ref (g_ptr_array_index (pictures, i));
      news_picture_loader_load_async (self->loader, load->picture, PICTURE_WIDTH,
                                      NEWS_PICTURE_LOAD_USUAL, job->loading, loaded_cb, load);
    }
}

/* --- object --- */

static void
news_printer_finalize (GObject *object)
{
  NewsPrinter *self = NEWS_PRINTER (object);

  g_clear_pointer (&self->galley, news_galley_free);
  g_clear_pointer (&self->story, news_story_unref);
  g_clear_pointer (&self->page, news_page_unref);
  g_clear_object (&self->loader);
  g_clear_object (&self->settings);
  g_hash_table_unref (self->textures);

  G_OBJECT_CLASS (news_printer_parent_class)->finalize (object);
}

static void
news_printer_class_init (NewsPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_printer_finalize;
}

static void
news_printer_init (NewsPrinter *self)
{
  self->textures
    = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) news_picture_unref, g_object_unref);
}

NewsPrinter *
news_printer_new (NewsStory *story, NewsPage *page, NewsPictureLoader *loader)
{
  NewsPrinter *self = g_object_new (NEWS_TYPE_PRINTER, NULL);

  self->story = news_story_ref (story);
  self->page = page != NULL ? news_page_ref (page) : NULL;
  self->loader = loader != NULL ? g_object_ref (loader) : NULL;

  return self;
}

void
news_printer_set_settings (NewsPrinter *self, GSettings *settings)
{
  g_return_if_fail (NEWS_IS_PRINTER (self));

  g_set_object (&self->settings, settings);
}

void
news_printer_print_async (NewsPrinter *self,
                          GtkWindow *parent,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (NEWS_IS_PRINTER (self));

  job = g_new0 (Job, 1);
  job->parent = parent != NULL ? g_object_ref (parent) : NULL;
  job->path = g_strdup (path);
  job->loading = g_cancellable_new ();
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_printer_print_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  load_pictures (task);
}

gboolean
news_printer_print_finish (NewsPrinter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
