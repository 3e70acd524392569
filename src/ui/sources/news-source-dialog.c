/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-source-dialog.h"

#include "news-key-group.h"
#include "news-key-page.h"
#include "news-source-health-group.h"

#include <glib/gi18n.h>

struct _NewsSourceDialog
{
  AdwDialog parent_instance;

  /* Template children */
  AdwNavigationView *navigation;
  AdwActionRow *name;
  AdwActionRow *licence;
  AdwActionRow *credit;
  AdwActionRow *rules;
  AdwActionRow *note;
  NewsSourceHealthGroup *health;
  NewsKeyGroup *key;
  AdwPreferencesGroup *links;
  NewsKeyPage *key_page;

  /* Owned */
  NewsDesk *desk; /* or NULL */
  char *id;       /* of the source, or NULL */
};

G_DEFINE_FINAL_TYPE (NewsSourceDialog, news_source_dialog, ADW_TYPE_DIALOG)

static void
set_row (AdwActionRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static void
add_link (NewsSourceDialog *self, const char *title, const char *url)
{
  GtkWidget *row;

  if (url == NULL)
    return;

  row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "adw-external-link-symbolic");
  gtk_widget_set_tooltip_text (row, url);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "story.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", url);
  adw_preferences_group_add (self->links, row);
}

/* As it is now: it may have been changed since the dialog was opened. */
static NewsSource *
find_source (NewsSourceDialog *self)
{
  return news_edition_get_source (news_desk_get_draft (self->desk), self->id);
}

static void
enter_cb (NewsSourceDialog *self)
{
  NewsSource *source = find_source (self);

  /* Of one that is gone, the group has nothing to show either. */
  if (source == NULL)
    {
      news_key_group_update (self->key);
      return;
    }

  news_key_page_set_source (self->key_page, source);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->key_page));
}

static void
changed_cb (NewsSourceDialog *self)
{
  news_key_group_update (self->key);
  adw_navigation_view_pop (self->navigation);
}

/* Nobody waits any more for what is being tried. */
static void
news_source_dialog_closed (AdwDialog *dialog)
{
  news_key_page_stop (NEWS_SOURCE_DIALOG (dialog)->key_page);
}

static void
news_source_dialog_dispose (GObject *object)
{
  NewsSourceDialog *self = NEWS_SOURCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_SOURCE_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (news_source_dialog_parent_class)->dispose (object);
}

static void
news_source_dialog_class_init (NewsSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_source_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = news_source_dialog_closed;
  g_type_ensure (NEWS_TYPE_SOURCE_HEALTH_GROUP);
  g_type_ensure (NEWS_TYPE_KEY_GROUP);
  g_type_ensure (NEWS_TYPE_KEY_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, licence);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, credit);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, rules);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, health);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, key);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, links);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceDialog, key_page);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
news_source_dialog_init (NewsSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
choose_name (NewsSource *source, NewsStory *story)
{
  if (story != NULL && story->article->outlet != NULL)
    return story->article->outlet;
  if (source != NULL)
    return source->name;

  return story->source;
}

static char *
dup_time (guint seconds)
{
  guint hours = MAX (seconds / 3600, 1);

  if (hours % 24 == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Texts and pictures are kept for %u day.",
                                         "Texts and pictures are kept for %u days.", hours / 24),
                            hours / 24);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Texts and pictures are kept for %u hour.",
                                       "Texts and pictures are kept for %u hours.", hours),
                          hours);
}

/* What Broadsheet does because the terms ask for it, a sentence a line; NULL for nothing. */
static char *
dup_rules (const NewsTerms *terms)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rules = NULL;

  if (terms->text == NEWS_TERMS_SUMMARY)
    g_strv_builder_add (builder, _ ("Only summaries are shown."));
  if (terms->keep_s > 0)
    g_strv_builder_take (builder, dup_time (terms->keep_s));
  if (terms->link_back)
    g_strv_builder_add (builder, _ ("Each article leads to its original."));
  rules = g_strv_builder_end (builder);

  return rules[0] != NULL ? g_strjoinv ("\n", rules) : NULL;
}

static const char *
choose (const char *own, const char *general)
{
  return own != NULL ? own : general;
}

/* The edition knows its source; where it says nothing, what holds for everybody who uses the API.
 */
static void
show_terms (NewsSourceDialog *self, NewsDesk *desk, NewsSource *source)
{
  static const NewsTerms none = { 0 };
  const NewsTerms *terms = desk != NULL ? news_desk_get_terms (desk, source) : NULL;
  g_autofree char *rules = NULL;

  if (terms == NULL)
    terms = &none;
  rules = dup_rules (terms);
  set_row (self->licence, choose (source->licence, terms->licence));
  set_row (self->credit, choose (source->credit, terms->credit));
  set_row (self->rules, rules);
  set_row (self->note, source->note);
  add_link (self, _ ("The Site"), source->home);
  add_link (self, _ ("Who Publishes It"), source->about);
  add_link (self, _ ("Contact"), source->contact);
  add_link (self, _ ("Terms"), choose (source->terms, terms->address));
}

static void
show_nothing (NewsSourceDialog *self)
{
  AdwActionRow *rows[] = { self->licence, self->credit, self->rules, self->note };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    set_row (rows[i], NULL);
}

static void
show_state (NewsSourceDialog *self, NewsDesk *desk, const char *id)
{
  self->desk = g_object_ref (desk);
  self->id = g_strdup (id);
  news_key_page_set_desk (self->key_page, desk);
  news_source_health_group_show (self->health, desk, id);
  news_key_group_show (self->key, desk, id);
}

AdwDialog *
news_source_dialog_new (NewsDesk *desk, NewsSource *source, NewsStory *story)
{
  NewsSourceDialog *self;

  g_return_val_if_fail (source != NULL || story != NULL, NULL);

  self = g_object_new (NEWS_TYPE_SOURCE_DIALOG, NULL);
  set_row (self->name, choose_name (source, story));
  if (story != NULL)
    add_link (self, _ ("The Article on Its Site"), story->article->url);
  if (source != NULL && desk != NULL)
    show_state (self, desk, source->id);
  if (source != NULL)
    show_terms (self, desk, source);
  else
    show_nothing (self);

  return ADW_DIALOG (self);
}

AdwDialog *
news_source_dialog_new_for_key (NewsDesk *desk, const char *id)
{
  NewsSource *source = news_edition_get_source (news_desk_get_draft (desk), id);
  AdwDialog *self;

  if (source == NULL || news_desk_get_key_kind (desk, source) == NEWS_KEY_KIND_NONE)
    return NULL;

  self = news_source_dialog_new (desk, source, NULL);
  enter_cb (NEWS_SOURCE_DIALOG (self));

  return self;
}
