/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-picture-viewer.h"
#include "news-zoom-view.h"
#include "ui-picture-files.h"
#include "ui-pictures.h"

#define FIRST "https://pictures.example/first.png"
#define SECOND "https://pictures.example/second.png"

/* A viewer of three pictures: the second is large, the third is not there. */
typedef struct
{
  UiPictures *pictures;
  GPtrArray *list;
  GtkWidget *viewer;
  GtkWindow *window;
  gboolean closed;
} Fixture;

static void
closed_cb (Fixture *fixture)
{
  fixture->closed = TRUE;
}

static void
add (Fixture *fixture, const char *url, const char *alt, const char *caption, const char *credit)
{
  NewsPicture *picture = ui_pictures_create_picture (url, 0, 0);

  picture->alt = g_strdup (alt);
  picture->caption = g_strdup (caption);
  picture->credit = g_strdup (credit);
  g_ptr_array_add (fixture->list, picture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = NULL;
  g_autoptr (GBytes) first = ui_pictures_create_png (100, 50);
  g_autoptr (GBytes) second = ui_pictures_create_png (2000, 1500);

  fixture->pictures = ui_pictures_new ();
  gone = news_test_server_dup_url (fixture->pictures->server, "/gone.png");
  ui_pictures_keep (fixture->pictures, FIRST, first);
  ui_pictures_keep (fixture->pictures, SECOND, second);
  fixture->list = g_ptr_array_new_with_free_func ((GDestroyNotify) news_picture_unref);
  add (fixture, FIRST, "A bridge", "The bridge of <the> town", "A Photographer");
  add (fixture, SECOND, NULL, NULL, NULL);
  add (fixture, gone, "A ferry", NULL, "Another");
  fixture->viewer
    = GTK_WIDGET (news_picture_viewer_new (fixture->pictures->loader, fixture->list, 0));
  g_signal_connect_swapped (fixture->viewer, "closed", G_CALLBACK (closed_cb), fixture);
  fixture->window = ui_test_present (ADW_DIALOG (fixture->viewer));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_ptr_array_unref (fixture->list);
  ui_pictures_free (fixture->pictures);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GtkWidget *widget = ui_test_find (fixture->viewer, GTK_TYPE_WIDGET, name);

  g_assert_nonnull (widget);

  return widget;
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (fixture, "stack")));
}

static gboolean
is_shown (gpointer data)
{
  return g_str_equal (get_state (data), "picture");
}

static gboolean
is_failed (gpointer data)
{
  return g_str_equal (get_state (data), "failed");
}

static NewsZoomView *
get_zoom (Fixture *fixture)
{
  return NEWS_ZOOM_VIEW (find (fixture, "zoom"));
}

static void
click (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (find (fixture, name), "clicked");
}

/* Presses a key as the window would hand it on; whether the viewer took it. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->viewer);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }

  return handled;
}

static guint
get_index (Fixture *fixture)
{
  return news_picture_viewer_get_index (NEWS_PICTURE_VIEWER (fixture->viewer));
}

static gboolean
is_focused (gpointer data)
{
  Fixture *fixture = data;

  return gtk_window_get_focus (fixture->window) == GTK_WIDGET (get_zoom (fixture));
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (is_shown, fixture);
  g_assert_nonnull (ui_test_find_text (fixture->viewer, "The bridge of <the> town"));
  g_assert_nonnull (ui_test_find_text (fixture->viewer, "A Photographer"));
  g_assert_nonnull (ui_test_find_text (fixture->viewer, "1 of 3"));
  /* Not at a caption that would be chosen with it. */
  ui_test_wait (is_focused, fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_zoom (fixture)), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_zoom (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "A bridge");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "previous")));
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "next")));
}

/* From one to the next by buttons and keys; at either end there is no further. */
static void
test_go (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (is_shown, fixture);
  click (fixture, "next");
  g_assert_cmpuint (get_index (fixture), ==, 1);
  g_assert_cmpstr (get_state (fixture), ==, "loading");
  g_assert_false (gtk_widget_get_visible (find (fixture, "legend")));
  ui_test_wait (is_shown, fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_zoom (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Picture");
  g_assert_true (press (fixture, GDK_KEY_Left, 0));
  g_assert_cmpuint (get_index (fixture), ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Left, 0));
  g_assert_true (press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_cmpuint (get_index (fixture), ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Page_Down, 0));
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_cmpuint (get_index (fixture), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "next")));
}

/* Zoomed, arrows move the picture in place of going to another. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  NewsZoomView *zoom = get_zoom (fixture);

  click (fixture, "next");
  ui_test_wait (is_shown, fixture);
  ui_test_draw (fixture->viewer);
  g_assert_true (news_zoom_view_is_fitted (zoom));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "zoom_out")));
  g_assert_true (press (fixture, GDK_KEY_0, 0));
  g_assert_cmpfloat_with_epsilon (news_zoom_view_get_zoom (zoom), 1, 0.001);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find (fixture, "level"))), ==, "100 %");
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  g_assert_cmpuint (get_index (fixture), ==, 1);
  click (fixture, "zoom_out");
  g_assert_cmpfloat (news_zoom_view_get_zoom (zoom), <, 1);
  click (fixture, "zoom_in");
  g_assert_true (press (fixture, GDK_KEY_plus, GDK_SHIFT_MASK));
  g_assert_true (press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_cmpfloat (news_zoom_view_get_zoom (zoom), >, 1);
  g_assert_true (press (fixture, GDK_KEY_minus, GDK_CONTROL_MASK));
  click (fixture, "level");
  g_assert_true (news_zoom_view_is_fitted (zoom));
  /* The next one is fitted again. */
  click (fixture, "level");
  click (fixture, "previous");
  ui_test_wait (is_shown, fixture);
  g_assert_true (news_zoom_view_is_fitted (zoom));
}

/* One that can't be had says so, and is asked for again. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Page_Down, 0);
  press (fixture, GDK_KEY_Page_Down, 0);
  ui_test_wait (is_failed, fixture);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "copy")));
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "save")));
  g_assert_false (gtk_widget_get_visible (find (fixture, "controls")));
  g_signal_emit_by_name (ui_test_find (find (fixture, "failed"), GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpstr (get_state (fixture), ==, "loading");
  ui_test_wait (is_failed, fixture);
  g_assert_cmpuint (news_test_server_count (fixture->pictures->server, "/gone.png"), ==, 2);
  /* Nothing to copy: the key does no harm. */
  g_assert_true (press (fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_true (press (fixture, GDK_KEY_s, GDK_CONTROL_MASK));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GdkTexture **texture = user_data;

  *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, NULL);
  g_assert_nonnull (*texture);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;

  ui_test_wait (is_shown, fixture);
  g_assert_true (press (fixture, GDK_KEY_c, GDK_CONTROL_MASK));
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (fixture->viewer), NULL, read_cb,
                                    &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 100);
}

/* Letters are for the page behind, and don't reach it; Escape and Tab are the dialog's own. */
static void
test_other_keys (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (is_shown, fixture);
  g_assert_true (press (fixture, GDK_KEY_j, 0));
  g_assert_true (press (fixture, GDK_KEY_space, 0));
  g_assert_true (press (fixture, GDK_KEY_question, GDK_SHIFT_MASK));
  g_assert_false (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (press (fixture, GDK_KEY_Tab, 0));
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GDK_KEY_q, GDK_CONTROL_MASK));
  g_assert_false (press (fixture, GDK_KEY_Up, 0));
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  ui_test_wait (is_shown, fixture);
  g_assert_true (press (fixture, GDK_KEY_w, GDK_CONTROL_MASK));
  while (!fixture->closed)
    g_main_context_iteration (NULL, TRUE);
}

/* Closed while it loads, what comes late does no harm. */
static void
test_close_early (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture, GDK_KEY_Left, GDK_ALT_MASK));
  while (!fixture->closed)
    g_main_context_iteration (NULL, TRUE);
  ui_test_idle ();
}

static void
test_alone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *viewer;

  g_ptr_array_set_size (fixture->list, 1);
  viewer = g_object_ref_sink (
    GTK_WIDGET (news_picture_viewer_new (fixture->pictures->loader, fixture->list, 0)));
  g_assert_false (gtk_widget_get_visible (ui_test_find (viewer, GTK_TYPE_WIDGET, "next")));
  g_assert_false (gtk_widget_get_visible (ui_test_find (viewer, GTK_TYPE_WIDGET, "previous")));
  g_object_add_weak_pointer (G_OBJECT (viewer), (gpointer *) &viewer);
  g_object_unref (viewer);
  while (viewer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_moving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) gif = ui_picture_files_create_gif (32, 16, 3, 2, TRUE);

  ui_test_wait (is_shown, fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture, "play")));
  ui_pictures_keep (fixture->pictures, SECOND, gif);
  click (fixture, "next");
  ui_test_wait (is_shown, fixture);
  g_assert_true (gtk_widget_get_visible (find (fixture, "play")));
  click (fixture, "play");
  for (int i = 0; i < 5; i++)
    ui_test_draw (fixture->viewer);
  click (fixture, "previous");
  g_assert_false (gtk_widget_get_visible (find (fixture, "play")));
}

#define ADD(name, function) \
  g_test_add ("/picture-viewer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  ADD ("show", test_show);
  ADD ("go", test_go);
  ADD ("zoom", test_zoom);
  ADD ("missing", test_missing);
  ADD ("copy", test_copy);
  ADD ("other-keys", test_other_keys);
  ADD ("close", test_close);
  ADD ("close-early", test_close_early);
  ADD ("alone", test_alone);
  ADD ("moving", test_moving);

  return g_test_run ();
}
