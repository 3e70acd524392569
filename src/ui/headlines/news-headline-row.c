/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-headline-row.h"

#include "news-clock.h"
#include "news-picture-view.h"
#include "news-steady-bin.h"
#include "news-when.h"

#include <glib/gi18n.h>

struct _NewsHeadlineRow
{
  GtkBox parent_instance;

  /* Template children */
  NewsPictureView *lead;
  NewsSteadyBin *steady;
  GtkLabel *title;
  GtkLabel *preview;
  GtkImage *unread;
  GtkLabel *outlet;
  GtkLabel *when;
  GtkImage *bookmarked;
  NewsPictureView *thumbnail;

  /* Owned */
  NewsPictureLoader *loader;
  NewsHeadline *headline;
  GSignalGroup *signals;
  NewsClock *clock;

  gboolean leading;
};

typedef enum
{
  PROP_LABEL = 1,
} Property;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (NewsHeadlineRow, news_headline_row, GTK_TYPE_BOX)

static char *
join (const char *const *parts, guint n, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);

  return g_string_free (text, FALSE);
}

static void
show_marks (NewsHeadlineRow *self)
{
  gboolean filled = self->headline != NULL && self->headline->title != NULL;
  gboolean read = filled && self->headline->read;

  gtk_widget_set_visible (GTK_WIDGET (self->unread), filled && !read);
  gtk_widget_set_visible (GTK_WIDGET (self->bookmarked), filled && self->headline->bookmarked);
  /* An empty row stays as it was: a class that goes and comes again costs all that is in the row
   * its styles, each time. Plain letters are narrower than bold ones, and may need a line less. */
  if (read && !gtk_widget_has_css_class (GTK_WIDGET (self), "read"))
    news_steady_bin_hold (self->steady);
  if (read)
    gtk_widget_add_css_class (GTK_WIDGET (self), "read");
  else if (filled)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "read");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
show_pictures (NewsHeadlineRow *self)
{
  NewsPicture *picture = self->headline != NULL ? self->headline->lead : NULL;
  gboolean large = self->leading && picture != NULL;

  news_picture_view_set_picture (self->lead, self->loader, large ? picture : NULL);
  news_picture_view_set_picture (self->thumbnail, self->loader, large ? NULL : picture);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), large);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), !large && picture != NULL);
}

static void
set_language (GtkLabel *label, const char *language)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  /* Without it a Japanese face may be taken for Chinese. */
  if (language != NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes,
                              pango_attr_language_new (pango_language_from_string (language)));
    }
  gtk_label_set_attributes (label, attributes);
}

static char *
dup_when (NewsHeadlineRow *self)
{
  return news_when_dup_short (self->headline->published, news_clock_get_now (self->clock));
}

/* Time and visits, behind the source. */
static void
show_facts (NewsHeadlineRow *self)
{
  NewsHeadline *headline = self->headline;
  g_autofree char *when = dup_when (self);
  g_autofree char *visits = news_when_dup_visits (headline->visits);
  const char *parts[] = { when, visits };
  g_autofree char *facts = join (parts, G_N_ELEMENTS (parts), " · ");
  g_autofree char *behind
    = g_strconcat (headline->outlet != NULL && *facts != '\0' ? " · " : "", facts, NULL);

  if (g_str_equal (gtk_label_get_text (self->when), behind))
    return;

  gtk_label_set_text (self->when, behind);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
show_title (NewsHeadlineRow *self, const char *title)
{
  if (!g_str_equal (gtk_label_get_text (self->title), title))
    news_steady_bin_release (self->steady);
  gtk_label_set_text (self->title, title);
}

static void
empty (NewsHeadlineRow *self)
{
  show_title (self, "");
  gtk_label_set_text (self->preview, "");
  gtk_label_set_text (self->outlet, "");
  gtk_label_set_text (self->when, "");
}

static void
fill (NewsHeadlineRow *self)
{
  NewsHeadline *headline = self->headline;

  if (headline == NULL)
    {
      empty (self);
    }
  else
    {
      set_language (self->title, headline->language);
      set_language (self->preview, headline->language);
      show_title (self, headline->title != NULL ? headline->title : "");
      gtk_label_set_text (self->preview, headline->preview != NULL ? headline->preview : "");
      gtk_widget_set_visible (GTK_WIDGET (self->preview), headline->preview != NULL);
      gtk_label_set_text (self->outlet, headline->outlet != NULL ? headline->outlet : "");
      show_facts (self);
    }
  show_pictures (self);
  show_marks (self);
}

static void
minute_cb (NewsHeadlineRow *self)
{
  if (self->headline != NULL)
    show_facts (self);
}

static void
news_headline_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_LABEL:
      g_value_take_string (value, news_headline_row_dup_label (NEWS_HEADLINE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_headline_row_dispose (GObject *object)
{
  NewsHeadlineRow *self = NEWS_HEADLINE_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->clock);
  g_clear_object (&self->headline);
  g_clear_object (&self->loader);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_HEADLINE_ROW);

  G_OBJECT_CLASS (news_headline_row_parent_class)->dispose (object);
}

static void
news_headline_row_class_init (NewsHeadlineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = news_headline_row_get_property;
  object_class->dispose = news_headline_row_dispose;

  properties[PROP_LABEL] = g_param_spec_string (
    "label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (NEWS_TYPE_PICTURE_VIEW);
  g_type_ensure (NEWS_TYPE_STEADY_BIN);
  gtk_widget_class_set_css_name (widget_class, "headline");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/headlines/news-headline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, lead);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, steady);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, title);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, preview);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, unread);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, outlet);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, when);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, bookmarked);
  gtk_widget_class_bind_template_child (widget_class, NewsHeadlineRow, thumbnail);
}

static void
news_headline_row_init (NewsHeadlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->clock = news_clock_dup ();
  g_signal_connect_object (self->clock, "minute", G_CALLBACK (minute_cb), self, G_CONNECT_SWAPPED);

  self->signals = g_signal_group_new (NEWS_TYPE_HEADLINE);
  g_signal_group_connect_swapped (self->signals, "filled", G_CALLBACK (fill), self);
  g_signal_group_connect_swapped (self->signals, "notify::read", G_CALLBACK (show_marks), self);
  g_signal_group_connect_swapped (self->signals, "notify::bookmarked", G_CALLBACK (show_marks),
                                  self);
}

GtkWidget *
news_headline_row_new (void)
{
  return g_object_new (NEWS_TYPE_HEADLINE_ROW, NULL);
}

void
news_headline_row_set_headline (NewsHeadlineRow *self,
                                NewsPictureLoader *loader,
                                NewsHeadline *headline)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  g_set_object (&self->loader, loader);
  g_set_object (&self->headline, headline);
  g_signal_group_set_target (self->signals, headline);
  fill (self);
  news_steady_bin_release (self->steady);
}

void
news_headline_row_set_leading (NewsHeadlineRow *self, gboolean leading)
{
  g_return_if_fail (NEWS_IS_HEADLINE_ROW (self));

  if (self->leading == !!leading)
    return;

  self->leading = !!leading;
  if (leading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "leading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "leading");
  show_pictures (self);
}

char *
news_headline_row_dup_label (NewsHeadlineRow *self)
{
  g_autofree char *when = NULL;
  const char *parts[5];

  g_return_val_if_fail (NEWS_IS_HEADLINE_ROW (self), NULL);

  if (self->headline == NULL || self->headline->title == NULL)
    return g_strdup ("");

  when = dup_when (self);
  parts[0] = self->headline->title;
  parts[1] = self->headline->outlet;
  parts[2] = self->headline->read ? NULL : C_ ("state of an article", "unread");
  parts[3] = self->headline->bookmarked ? C_ ("state of an article", "bookmarked") : NULL;
  parts[4] = when;

  return join (parts, G_N_ELEMENTS (parts), C_ ("between facts about an article", ", "));
}
