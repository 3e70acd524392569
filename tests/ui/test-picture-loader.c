/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-picture-files.h"
#include "ui-pictures.h"

#include <glib/gstdio.h>

/* A network whose carrier counts what goes over it, in place of the platform's. */
#define TEST_TYPE_MONITOR (test_monitor_get_type ())
G_DECLARE_FINAL_TYPE (TestMonitor, test_monitor, TEST, MONITOR, GObject)

struct _TestMonitor
{
  GObject parent_instance;
};

static gboolean metered;

static gboolean
initable_init (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
initable_iface_init (GInitableIface *iface)
{
  iface->init = initable_init;
}

static void
monitor_iface_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestMonitor,
                               test_monitor,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_iface_init)
                                 G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, monitor_iface_init))

enum
{
  PROP_AVAILABLE = 1,
  PROP_METERED,
  PROP_CONNECTIVITY,
};

static void
test_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONNECTIVITY)
    g_value_set_enum (value, G_NETWORK_CONNECTIVITY_FULL);
  else
    g_value_set_boolean (value, id == PROP_AVAILABLE || metered);
}

static void
test_monitor_class_init (TestMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_monitor_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
test_monitor_init (TestMonitor *self)
{
}

static void
use_monitor (void)
{
  /* Registers GIO's extension points, which it does when the first of them is needed. */
  g_vfs_get_default ();
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, TEST_TYPE_MONITOR, "test",
                                  G_MAXINT);
  g_assert_true (TEST_IS_MONITOR (g_network_monitor_get_default ()));
}

typedef struct
{
  NewsImage *image;
  GError *error;
  gboolean done;
} Loaded;

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Loaded *loaded = user_data;

  loaded->image
    = news_picture_loader_load_finish (NEWS_PICTURE_LOADER (object), result, &loaded->error);
  loaded->done = TRUE;
}

static NewsImage *
load_with (UiPictures *pictures,
           NewsPicture *picture,
           int width,
           NewsPictureLoadFlags flags,
           GError **error)
{
  Loaded loaded = { NULL, NULL, FALSE };

  news_picture_loader_load_async (pictures->loader, picture, width, flags, NULL, loaded_cb,
                                  &loaded);
  while (!loaded.done)
    g_main_context_iteration (NULL, TRUE);
  if (loaded.error != NULL)
    g_propagate_error (error, loaded.error);

  return loaded.image;
}

static NewsImage *
load (UiPictures *pictures, NewsPicture *picture, int width, GError **error)
{
  return load_with (pictures, picture, width, NEWS_PICTURE_LOAD_USUAL, error);
}

static void
test_kept (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (GBytes) png = ui_pictures_create_png (400, 200);
  g_autoptr (NewsPicture) picture
    = ui_pictures_create_picture ("https://pictures.example/a.png", 400, 200);
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image = NULL;

  ui_pictures_keep (pictures, "https://pictures.example/a.png", png);
  g_assert_null (news_picture_loader_peek (pictures->loader, picture, 160));
  image = load (pictures, picture, 160, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (image->texture), ==, 160);
  g_assert_true (news_picture_loader_peek (pictures->loader, picture, 160) == image);
  g_assert_null (news_picture_loader_peek (pictures->loader, picture, 320));
}

/* Of a picture's files, the one for the size is asked for. */
static void
test_chosen (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autofree char *small = news_test_server_dup_url (pictures->server, "/small.png");
  g_autofree char *large = news_test_server_dup_url (pictures->server, "/large.png");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (small, 200, 100);
  g_autoptr (GError) error = NULL;

  news_picture_add_file (picture, large, 1600, 800);
  g_assert_null (load (pictures, picture, 160, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (news_test_server_count (pictures->server, "/small.png"), ==, 1);
  g_assert_cmpuint (news_test_server_count (pictures->server, "/large.png"), ==, 0);
}

/* Of a bookmark's picture one file is kept, which stands for all of them; the best that was shown
 * goes before it, and whoever looks closely is given the best that can be had. */
static void
test_shelf (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autofree char *small = news_test_server_dup_url (pictures->server, "/small.png");
  g_autofree char *large = news_test_server_dup_url (pictures->server, "/large.png");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (small, 200, 100);
  g_autofree char *path = g_build_filename (pictures->folder, "shelf", NULL);
  NewsPictureFolder *shelf = news_picture_folder_new (path, G_MAXUINT64);
  g_autoptr (GBytes) png = ui_pictures_create_png (800, 400);
  g_autoptr (GBytes) other = ui_pictures_create_png (200, 100);
  g_autoptr (NewsImage) image = NULL;
  g_autoptr (NewsImage) best = NULL;
  g_autoptr (GError) error = NULL;

  news_picture_cache_set_shelf (pictures->cache, shelf);
  news_picture_add_file (picture, large, 1600, 800);
  g_assert_true (news_picture_folder_write (shelf, large, png));
  image = load (pictures, picture, 160, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (image->url, ==, large);
  g_assert_cmpuint (news_test_server_count (pictures->server, "/small.png"), ==, 0);

  ui_pictures_keep (pictures, small, other);
  best = load (pictures, picture, 180, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (best->url, ==, small);

  news_picture_folder_clear (shelf);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (NewsPicture) empty = news_picture_new ();
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture ("http://127.0.0.1:1/a.png", 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (news_picture_loader_peek (pictures->loader, empty, 160));
  g_assert_null (load (pictures, empty, 160, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Closed, it fails, and quietly. */
  news_picture_loader_close (pictures->loader);
  g_assert_null (load (pictures, picture, 160, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_cancelled (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (NewsPicture) picture
    = ui_pictures_create_picture ("https://pictures.example/a.png", 0, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Loaded loaded = { NULL, NULL, FALSE };

  g_cancellable_cancel (cancellable);
  news_picture_loader_load_async (pictures->loader, picture, 160, NEWS_PICTURE_LOAD_USUAL,
                                  cancellable, loaded_cb, &loaded);
  while (!loaded.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (loaded.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&loaded.error);
}

/* Where the network is paid for by what goes over it, only what was kept is shown, unless the
 * reader wants it otherwise. */
static void
test_metered (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autofree char *url = news_test_server_dup_url (pictures->server, "/a.png");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (url, 0, 0);
  g_autoptr (NewsPicture) kept
    = ui_pictures_create_picture ("https://pictures.example/b.png", 0, 0);
  g_autoptr (GBytes) png = ui_pictures_create_png (40, 20);
  g_autoptr (NewsImage) image = NULL;

  g_autoptr (GError) error = NULL;

  metered = TRUE;
  ui_pictures_keep (pictures, "https://pictures.example/b.png", png);
  g_assert_null (load (pictures, picture, 160, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpuint (news_test_server_count (pictures->server, "/"), ==, 0);
  image = load (pictures, kept, 160, NULL);
  g_assert_nonnull (image);

  /* The one that is asked for is had. */
  g_assert_null (load_with (pictures, picture, 160, NEWS_PICTURE_LOAD_ASKED, NULL));
  g_assert_cmpuint (news_test_server_count (pictures->server, "/a.png"), ==, 1);

  news_picture_loader_set_metered (pictures->loader, TRUE);
  g_assert_null (load_with (pictures, picture, 160, NEWS_PICTURE_LOAD_ASKED, NULL));
  g_assert_cmpuint (news_test_server_count (pictures->server, "/a.png"), ==, 2);
  metered = FALSE;
}

/* Who asks again is not answered with what failed, or what is broken. */
static void
test_asked (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autofree char *url = news_test_server_dup_url (pictures->server, "/a.png");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (url, 0, 0);
  g_autoptr (GBytes) broken = g_bytes_new_static ("\x89PNG, and nothing more", 23);

  ui_pictures_keep (pictures, url, broken);
  g_assert_null (load (pictures, picture, 160, NULL));
  g_assert_cmpuint (news_test_server_count (pictures->server, "/a.png"), ==, 0);
  for (guint i = 1; i <= 3; i++)
    {
      g_assert_null (load_with (pictures, picture, 160, NEWS_PICTURE_LOAD_ASKED, NULL));
      g_assert_cmpuint (news_test_server_count (pictures->server, "/a.png"), ==, i);
    }
}

/* To be looked at closely, the widest is taken, with its bytes; where it can't be had, another. */
static void
test_closely (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autofree char *gone = news_test_server_dup_url (pictures->server, "/gone.png");
  g_autoptr (NewsPicture) picture
    = ui_pictures_create_picture ("https://pictures.example/small.png", 200, 100);
  g_autoptr (GBytes) small = ui_pictures_create_png (200, 100);
  g_autoptr (GBytes) large = ui_pictures_create_png (800, 400);
  g_autoptr (NewsImage) image = NULL;
  g_autoptr (NewsImage) other = NULL;

  ui_pictures_keep (pictures, "https://pictures.example/small.png", small);
  ui_pictures_keep (pictures, "https://pictures.example/large.png", large);
  news_picture_add_file (picture, "https://pictures.example/large.png", 800, 400);
  image = load_with (pictures, picture, 4096, NEWS_PICTURE_LOAD_CLOSELY, NULL);
  g_assert_cmpint (image->width, ==, 800);
  g_assert_cmpstr (image->url, ==, "https://pictures.example/large.png");
  g_assert_true (g_bytes_equal (image->bytes, large));
  /* Its bytes are not kept in memory with it. */
  g_assert_null (news_picture_loader_peek (pictures->loader, picture, 4096));

  news_picture_add_file (picture, gone, 1600, 800);
  other = load_with (pictures, picture, 4096, NEWS_PICTURE_LOAD_CLOSELY, NULL);
  g_assert_cmpint (other->width, ==, 800);
  g_assert_cmpuint (news_test_server_count (pictures->server, "/gone.png"), ==, 1);
}

/* What a page needs to know before a picture comes is remembered from the last time. */
static void
test_ratio (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (GBytes) png = ui_pictures_create_png (400, 100);
  g_autoptr (NewsPicture) told
    = ui_pictures_create_picture ("https://pictures.example/told.png", 300, 200);
  g_autoptr (NewsPicture) picture
    = ui_pictures_create_picture ("https://pictures.example/a.png", 0, 0);
  g_autoptr (NewsImage) image = NULL;

  g_assert_cmpfloat (news_picture_loader_get_ratio (pictures->loader, told), ==, 1.5);
  g_assert_cmpfloat (news_picture_loader_get_ratio (pictures->loader, picture), ==, 0);
  ui_pictures_keep (pictures, "https://pictures.example/a.png", png);
  image = load (pictures, picture, 160, NULL);
  g_assert_cmpfloat (news_picture_loader_get_ratio (pictures->loader, picture), ==, 4);
}

/* Formats that no loader knows are not asked for. */
static void
test_accept (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autofree char *url = news_test_server_dup_url (pictures->server, "/headers");
  g_autoptr (NewsPicture) picture = ui_pictures_create_picture (url, 0, 0);
  g_autofree char *accept = NULL;

  g_assert_null (load (pictures, picture, 160, NULL));
  accept = news_test_server_dup_last_header (pictures->server, "Accept");
  g_assert_nonnull (g_strstr_len (accept, -1, "image/png"));
  g_assert_nonnull (g_strstr_len (accept, -1, "image/webp"));
}

static void
animation_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GdkPixbufAnimation **animation = user_data;

  *animation
    = news_picture_loader_load_animation_finish (NEWS_PICTURE_LOADER (object), result, NULL);
}

static void
test_animation (void)
{
  g_autoptr (UiPictures) pictures = ui_pictures_new ();
  g_autoptr (GBytes) gif = ui_picture_files_create_gif (32, 16, 2, 5, TRUE);
  g_autoptr (NewsPicture) picture
    = ui_pictures_create_picture ("https://pictures.example/a.gif", 0, 0);
  g_autoptr (GdkPixbufAnimation) animation = NULL;

  ui_pictures_keep (pictures, "https://pictures.example/a.gif", gif);
  news_picture_loader_load_animation_async (pictures->loader, picture, 160, NULL, animation_cb,
                                            &animation);
  while (animation == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (GDK_IS_PIXBUF_ANIMATION (animation));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  use_monitor ();
  g_test_add_func ("/picture-loader/kept", test_kept);
  g_test_add_func ("/picture-loader/chosen", test_chosen);
  g_test_add_func ("/picture-loader/shelf", test_shelf);
  g_test_add_func ("/picture-loader/nothing", test_nothing);
  g_test_add_func ("/picture-loader/cancelled", test_cancelled);
  g_test_add_func ("/picture-loader/metered", test_metered);
  g_test_add_func ("/picture-loader/asked", test_asked);
  g_test_add_func ("/picture-loader/closely", test_closely);
  g_test_add_func ("/picture-loader/ratio", test_ratio);
  g_test_add_func ("/picture-loader/accept", test_accept);
  g_test_add_func ("/picture-loader/animation", test_animation);

  return g_test_run ();
}
