/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-text-link.h"

#define RING 2
#define RADIUS 4

struct _NewsTextLink
{
  GtkWidget parent_instance;

  /* Owned */
  char *address;
  GArray *rectangles; /* graphene_rect_t, from our own corner */
};

enum
{
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsTextLink, news_text_link, GTK_TYPE_WIDGET)

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_contains (widget, x, y))
    news_text_link_follow (NEWS_TEXT_LINK (widget));
}

/* The letters are drawn by the paragraph, in the colour that we have. */
static void
redraw_paragraph (GtkWidget *widget)
{
  GtkWidget *paragraph = gtk_widget_get_parent (widget);

  if (paragraph != NULL)
    gtk_widget_queue_draw (paragraph);
}

static void
news_text_link_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (news_text_link_parent_class)->css_changed (widget, change);
  redraw_paragraph (widget);
}

static void
news_text_link_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GTK_WIDGET_CLASS (news_text_link_parent_class)->state_flags_changed (widget, before);
  redraw_paragraph (widget);
  gtk_widget_queue_draw (widget);
}

static gboolean
news_text_link_contains (GtkWidget *widget, double x, double y)
{
  NewsTextLink *self = NEWS_TEXT_LINK (widget);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (guint i = 0; i < self->rectangles->len; i++)
    if (graphene_rect_contains_point (&g_array_index (self->rectangles, graphene_rect_t, i),
                                      &point))
      return TRUE;

  return FALSE;
}

/* A ring around each part, which a box around all of a link of two lines would not show. */
static void
news_text_link_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NewsTextLink *self = NEWS_TEXT_LINK (widget);
  const float widths[4] = { RING, RING, RING, RING };
  GdkRGBA color;
  GdkRGBA colors[4];

  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) == 0)
    return;

  gtk_widget_get_color (widget, &color);
  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = color;
  for (guint i = 0; i < self->rectangles->len; i++)
    {
      graphene_rect_t bounds = g_array_index (self->rectangles, graphene_rect_t, i);
      GskRoundedRect outline;

      graphene_rect_inset (&bounds, -RING, 0);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
    }
}

static void
news_text_link_finalize (GObject *object)
{
  NewsTextLink *self = NEWS_TEXT_LINK (object);

  g_free (self->address);
  g_array_unref (self->rectangles);

  G_OBJECT_CLASS (news_text_link_parent_class)->finalize (object);
}

static void
news_text_link_class_init (NewsTextLinkClass *klass)
{
  static const guint keys[]
    = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = news_text_link_finalize;
  widget_class->css_changed = news_text_link_css_changed;
  widget_class->state_flags_changed = news_text_link_state_flags_changed;
  widget_class->contains = news_text_link_contains;
  widget_class->snapshot = news_text_link_snapshot;

  /* What keys and screen readers activate. */
  signals[ACTIVATE] = g_signal_new_class_handler (
    "activate", NEWS_TYPE_TEXT_LINK, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
    G_CALLBACK (news_text_link_follow), NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "link");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static void
news_text_link_init (NewsTextLink *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->rectangles = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

GtkWidget *
news_text_link_new (const char *address, const char *words)
{
  NewsTextLink *self = g_object_new (NEWS_TYPE_TEXT_LINK, NULL);

  self->address = g_strdup (address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, address, -1);

  return GTK_WIDGET (self);
}

void
news_text_link_follow (NewsTextLink *self)
{
  g_return_if_fail (NEWS_IS_TEXT_LINK (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "story.follow", "s", self->address);
}

const char *
news_text_link_get_address (NewsTextLink *self)
{
  g_return_val_if_fail (NEWS_IS_TEXT_LINK (self), NULL);

  return self->address;
}

void
news_text_link_allocate (NewsTextLink *self, const graphene_rect_t *rectangles, guint n)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  graphene_point_t corner;

  g_return_if_fail (NEWS_IS_TEXT_LINK (self));

  for (guint i = 0; i < n; i++)
    graphene_rect_union (i == 0 ? &rectangles[0] : &bounds, &rectangles[i], &bounds);
  g_array_set_size (self->rectangles, 0);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t moved;

      graphene_rect_offset_r (&rectangles[i], -bounds.origin.x, -bounds.origin.y, &moved);
      g_array_append_val (self->rectangles, moved);
    }

  corner = bounds.origin;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self), (int) (bounds.size.width + 0.5F),
                       (int) (bounds.size.height + 0.5F), -1,
                       gsk_transform_translate (NULL, &corner));
}
