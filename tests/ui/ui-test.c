/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "ui-test.h"

#include "news-headline-row-private.h"
#include "news-paragraph.h"

/* Milliseconds after which a condition is looked at again, whatever happens. */
#define WAKES 20

/* The application does this for itself. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

gboolean
ui_test_prepare (void)
{
  if (!gtk_init_check ())
    return FALSE;

  adw_init ();
  load_style ();

  return TRUE;
}

gboolean
ui_test_init (int *argc, char ***argv)
{
  /* The test back end checks what is told to screen readers, and needs no bus. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  if (ui_test_prepare ())
    return TRUE;

  g_print ("1..0 # SKIP there is no display\n");

  return FALSE;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* A check may run the main loop itself, and so take the event that it is about; nothing else would
 * ever have it looked at again. */
void
ui_test_wait (gboolean (*check) (gpointer data), gpointer data)
{
  guint waking = g_timeout_add (WAKES, wake_cb, NULL);

  while (!check (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (waking);
}

void
ui_test_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
ready_cb (NewsWindow *window, gboolean *ready)
{
  *ready = TRUE;
}

UiTest *
ui_test_new (const char *sections, const char *sources)
{
  return ui_test_new_with_width (sections, sources, 1180);
}

UiTest *
ui_test_new_with_width (const char *sections, const char *sources, int width)
{
  UiTest *self = g_new0 (UiTest, 1);
  gboolean ready = FALSE;

  self->paper = news_test_paper_new (sections, sources);
  self->settings = g_settings_new_with_path (APPLICATION_ID, "/test/");
  g_settings_reset (self->settings, "section");
  g_settings_set_int (self->settings, "window-width", width);
  self->window = news_window_new (NULL, self->settings);
  g_signal_connect (self->window, "ready", G_CALLBACK (ready_cb), &ready);
  news_window_set_desk (self->window, self->paper->desk);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!ready)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (self->window, &ready);

  return self;
}

void
ui_test_free (UiTest *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  news_test_paper_free (self->paper);
  g_assert_finalize_object (self->settings);
  g_free (self);
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  return name == NULL || gtk_widget_has_css_class (widget, name)
         || g_strcmp0 (gtk_widget_get_css_name (widget), name) == 0
         || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0;
}

/* Before it is presented, a dialog keeps its child apart. */
static GtkWidget *
get_first_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child == NULL && ADW_IS_DIALOG (widget) ? adw_dialog_get_child (ADW_DIALOG (widget))
                                                 : child;
}

GtkWidget *
ui_test_find (GtkWidget *root, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && is_named (root, name))
    return root;

  for (GtkWidget *child = get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
collect (GtkWidget *root, GType type, GPtrArray *widgets)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (widgets, root);

  for (GtkWidget *child = get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, widgets);
}

GPtrArray *
ui_test_list (GtkWidget *root, GType type)
{
  GPtrArray *widgets = g_ptr_array_new ();

  collect (root, type, widgets);

  return widgets;
}

const char *
ui_test_get_text (GtkWidget *widget)
{
  if (NEWS_IS_PARAGRAPH (widget))
    return news_paragraph_get_letters (NEWS_PARAGRAPH (widget));
  if (NEWS_IS_HEADLINE_ROW (widget))
    return news_headline_words_get_title (
      _news_headline_row_get_words (NEWS_HEADLINE_ROW (widget)));

  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
}

GtkWidget *
ui_test_find_text (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) widgets = ui_test_list (root, GTK_TYPE_WIDGET);

  for (guint i = 0; i < widgets->len; i++)
    if (g_strcmp0 (ui_test_get_text (g_ptr_array_index (widgets, i)), text) == 0)
      return g_ptr_array_index (widgets, i);

  return NULL;
}

GtkWindow *
ui_test_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);

  return GTK_WINDOW (window);
}

void
ui_test_close (GtkWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

GtkWindow *
ui_test_present (AdwDialog *dialog)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *behind = gtk_button_new_with_label ("Behind");

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  adw_window_set_content (ADW_WINDOW (window), behind);
  gtk_window_present (GTK_WINDOW (window));
  /* Where the focus goes back to from the dialog. A window in which it can go nowhere holds the
   * widget that had it until the next event, and for ever if it is destroyed before. */
  gtk_widget_grab_focus (behind);
  adw_dialog_present (dialog, window);
  while (gtk_widget_get_width (GTK_WIDGET (dialog)) == 0)
    g_main_context_iteration (NULL, TRUE);

  return GTK_WINDOW (window);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

void
ui_test_draw (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &painted);
}

static void
record_cb (GSimpleAction *action, GVariant *parameter, GString *record)
{
  g_autofree char *value = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_string_append_printf (record, "%s %s\n", g_action_get_name (G_ACTION (action)), value);
}

static void
free_record (GString *record)
{
  g_string_free (record, TRUE);
}

GString *
ui_test_record_actions (GtkWidget *widget)
{
  static const struct
  {
    const char *name;
    const char *type;
  } actions[] = { { "follow", "s" },
                  { "topic", "s" },
                  { "open", "x" },
                  { "original", NULL },
                  { "view-picture", "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GString *record = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GVariantType *type = actions[i].type != NULL ? G_VARIANT_TYPE (actions[i].type) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, type);

      g_signal_connect (action, "activate", G_CALLBACK (record_cb), record);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (widget, "story", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (widget), "record", record, (GDestroyNotify) free_record);

  return record;
}
