/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-sections-page.h"

#include "news-offer-row.h"

#include <glib/gi18n.h>

struct _NewsSectionsPage
{
  AdwNavigationPage parent_instance;

  /* Template children */
  GtkWidget *add;
  NewsOfferRow *source;
  AdwComboRow *place;
  GtkLabel *failure;
  AdwPreferencesGroup *sections;

  /* Owned */
  NewsEditor *editor;
  NewsOffer *offer;
  GPtrArray *rows; /* AdwSwitchRow, in the order of the sections, before them that of everything */
  GPtrArray *places; /* char*: ids of the edition's sections, before them NULL for none of them */
  gboolean adding;
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSectionsPage, news_sections_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_failure (NewsSectionsPage *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

/* --- which sections --- */

/* The ids of the sections that are chosen, NULL standing for everything. */
static GPtrArray *
list_chosen (NewsSectionsPage *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!adw_switch_row_get_active (g_ptr_array_index (self->rows, i)))
        continue;
      g_ptr_array_add (
        ids,
        i == 0 ? NULL : ((NewsApiSection *) g_ptr_array_index (self->offer->sections, i - 1))->id);
    }

  return ids;
}

static void
update (NewsSectionsPage *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  gtk_widget_set_sensitive (self->add, !self->adding && chosen->len > 0);
}

static void
append_row (NewsSectionsPage *self, const char *title, const char *subtitle, gboolean active)
{
  AdwSwitchRow *row = ADW_SWITCH_ROW (adw_switch_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_switch_row_set_active (row, active);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->sections, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_sections (NewsSectionsPage *self)
{
  GPtrArray *sections = self->offer->sections;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->sections, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  /* Translators: all sections of a site */
  append_row (self, _ ("Everything"), NULL, TRUE);
  for (guint i = 0; i < sections->len; i++)
    {
      NewsApiSection *section = g_ptr_array_index (sections, i);
      g_autofree char *count = NULL;

      if (section->count >= 0)
        count = g_strdup_printf (ngettext ("%u article", "%u articles", (gulong) section->count),
                                 (guint) section->count);
      append_row (self, section->title, count, FALSE);
    }
  /* Where there is nothing to choose, that need not be asked. */
  gtk_widget_set_visible (GTK_WIDGET (self->sections), sections->len > 0);
}

/* --- where to --- */

static const char *
get_place (NewsSectionsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->place);

  return selected < self->places->len ? g_ptr_array_index (self->places, selected) : NULL;
}

static void
show_places (NewsSectionsPage *self)
{
  NewsEdition *edition = news_editor_get_edition (self->editor);
  g_autofree char *former = g_strdup (get_place (self));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->places, 0);
  g_ptr_array_add (self->places, NULL);
  gtk_string_list_append (titles,
                          self->offer->sections->len > 0
                            /* Translators: a source's sections become sections of the edition */
                            ? _ ("Sections of their own")
                            /* Translators: a source becomes a section of the edition */
                            : _ ("A section of its own"));
  for (guint i = 0; i < edition->sections->len; i++)
    {
      NewsSection *section = g_ptr_array_index (edition->sections, i);

      if (news_section_is_home (section))
        continue;
      if (g_strcmp0 (section->id, former) == 0)
        selected = self->places->len;
      g_ptr_array_add (self->places, g_strdup (section->id));
      gtk_string_list_append (titles, section->title);
    }
  adw_combo_row_set_model (self->place, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->place, selected);
}

/* --- adding --- */

static void
added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsSectionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *section = news_editor_add_offer_finish (NEWS_EDITOR (object), result, &error);

  self->adding = FALSE;
  /* It has been closed meanwhile; the edition is changed all the same. */
  if (self->offer == NULL)
    return;

  update (self);
  if (section != NULL)
    g_signal_emit (self, signals[ADDED], 0, section);
  else
    show_failure (self, error->message);
}

static void
add_cb (NewsSectionsPage *self)
{
  g_autoptr (GPtrArray) chosen = list_chosen (self);

  self->adding = TRUE;
  update (self);
  show_failure (self, NULL);
  news_editor_add_offer_async (self->editor, self->offer, chosen, get_place (self), NULL, added_cb,
                               g_object_ref (self));
}

static void
news_sections_page_showing (AdwNavigationPage *page)
{
  NewsSectionsPage *self = NEWS_SECTIONS_PAGE (page);

  if (self->editor != NULL && self->offer != NULL)
    show_places (self);
}

/* Everything is chosen at first: often there is nothing left to do but this. */
static void
news_sections_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (NEWS_SECTIONS_PAGE (page)->add);
}

static void
news_sections_page_dispose (GObject *object)
{
  NewsSectionsPage *self = NEWS_SECTIONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SECTIONS_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->offer, news_offer_unref);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (news_sections_page_parent_class)->dispose (object);
}

static void
news_sections_page_class_init (NewsSectionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_sections_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = news_sections_page_showing;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = news_sections_page_shown;

  signals[ADDED] = g_signal_new ("added", NEWS_TYPE_SECTIONS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (NEWS_TYPE_OFFER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-sections-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSectionsPage, add);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionsPage, source);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionsPage, place);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, NewsSectionsPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
news_sections_page_init (NewsSectionsPage *self)
{
  self->rows = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_sections_page_set_editor (NewsSectionsPage *self, NewsEditor *editor)
{
  g_return_if_fail (NEWS_IS_SECTIONS_PAGE (self));

  g_set_object (&self->editor, editor);
}

void
news_sections_page_set_offer (NewsSectionsPage *self, NewsOffer *offer, NewsPictureLoader *loader)
{
  g_return_if_fail (NEWS_IS_SECTIONS_PAGE (self));

  if (self->offer == offer)
    return;

  g_clear_pointer (&self->offer, news_offer_unref);
  self->offer = news_offer_ref (offer);
  news_offer_row_set_offer (self->source, offer, loader);
  show_sections (self);
  show_failure (self, NULL);
  update (self);
}
