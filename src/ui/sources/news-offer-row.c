/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-offer-row.h"

#include "news-language.h"

#include <glib/gi18n.h>

struct _NewsOfferRow
{
  AdwPreferencesRow parent_instance;

  /* Template children */
  AdwAvatar *icon;
  GtkLabel *name;
  GtkLabel *facts;
  GtkLabel *headline;

  /* Owned */
  NewsOffer *offer;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (NewsOfferRow, news_offer_row, ADW_TYPE_PREFERENCES_ROW)

/* --- the icon --- */

static void
stop (NewsOfferRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsOfferRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsImage) image
    = news_picture_loader_load_finish (NEWS_PICTURE_LOADER (object), result, &error);

  /* The initials stand for it. */
  if (image == NULL)
    g_debug ("An icon: %s", error->message);
  else if (g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    adw_avatar_set_custom_image (self->icon, GDK_PAINTABLE (image->texture));
}

static void
load_icon (NewsOfferRow *self, NewsPictureLoader *loader)
{
  g_autoptr (NewsPicture) picture = NULL;
  int width = adw_avatar_get_size (self->icon) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  adw_avatar_set_custom_image (self->icon, NULL);
  if (loader == NULL || self->offer->find.icon == NULL)
    return;

  picture = news_picture_new ();
  news_picture_add_file (picture, self->offer->find.icon, 0, 0);
  self->cancellable = g_cancellable_new ();
  news_picture_loader_load_async (loader, picture, width, NEWS_PICTURE_LOAD_USUAL,
                                  self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- the words --- */

static gboolean
wants_secret (NewsOffer *offer)
{
  g_autoptr (GPtrArray) parameters = news_offer_list_parameters (offer);

  for (guint i = 0; i < parameters->len; i++)
    if (((const NewsParameter *) g_ptr_array_index (parameters, i))->type == NEWS_PARAMETER_SECRET)
      return TRUE;

  return FALSE;
}

static const char *
get_contents (NewsOffer *offer)
{
  if (offer->find.locked)
    return wants_secret (offer) ? _ ("Needs a key") : _ ("Needs to be set up");
  if (offer->articles == 0)
    return _ ("Nothing there yet");

  return offer->whole ? _ ("Whole articles") : _ ("Summaries");
}

/* What there is to read, how it comes, its language, and how many sections. */
static char *
dup_facts (NewsOffer *offer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) facts = NULL;
  guint sections = offer->sections->len;

  g_strv_builder_add (builder, get_contents (offer));
  g_strv_builder_add (builder, news_protocol_is_feed (offer->find.protocol)
                                 /* Translators: a news feed, such as RSS */
                                 ? _ ("Feed")
                                 /* Translators: a service for programs that read news */
                                 : _ ("API"));
  if (offer->find.source->language != NULL)
    g_strv_builder_take (builder, news_language_dup_name (offer->find.source->language));
  if (sections > 0)
    g_strv_builder_take (
      builder, g_strdup_printf (ngettext ("%u section", "%u sections", sections), sections));
  facts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", facts);
}

static void
show_offer (NewsOfferRow *self)
{
  const char *name = self->offer->find.source->name;
  const char *headline = self->offer->headline;
  g_autofree char *facts = dup_facts (self->offer);
  g_autofree char *quoted
    /* Translators: a headline, as a sample of what a source has to read */
    = headline != NULL ? g_strdup_printf (_ ("“%s”"), headline) : g_strdup ("");
  g_autofree char *spoken = g_strjoin (", ", name, facts, headline, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_avatar_set_text (self->icon, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->headline, quoted);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), headline != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
news_offer_row_dispose (GObject *object)
{
  NewsOfferRow *self = NEWS_OFFER_ROW (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_OFFER_ROW);
  g_clear_pointer (&self->offer, news_offer_unref);

  G_OBJECT_CLASS (news_offer_row_parent_class)->dispose (object);
}

static void
news_offer_row_class_init (NewsOfferRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_offer_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-offer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsOfferRow, icon);
  gtk_widget_class_bind_template_child (widget_class, NewsOfferRow, name);
  gtk_widget_class_bind_template_child (widget_class, NewsOfferRow, facts);
  gtk_widget_class_bind_template_child (widget_class, NewsOfferRow, headline);
}

static void
news_offer_row_init (NewsOfferRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
news_offer_row_new (NewsOffer *offer, NewsPictureLoader *loader)
{
  NewsOfferRow *self = g_object_new (NEWS_TYPE_OFFER_ROW, NULL);

  news_offer_row_set_offer (self, offer, loader);

  return GTK_WIDGET (self);
}

void
news_offer_row_set_offer (NewsOfferRow *self, NewsOffer *offer, NewsPictureLoader *loader)
{
  g_return_if_fail (NEWS_IS_OFFER_ROW (self));

  stop (self);
  news_offer_ref (offer);
  g_clear_pointer (&self->offer, news_offer_unref);
  self->offer = offer;
  show_offer (self);
  load_icon (self, loader);
}

NewsOffer *
news_offer_row_get_offer (NewsOfferRow *self)
{
  g_return_val_if_fail (NEWS_IS_OFFER_ROW (self), NULL);

  return self->offer;
}
