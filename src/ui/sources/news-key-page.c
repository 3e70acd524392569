/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-key-page.h"

#include <glib/gi18n.h>

struct _NewsKeyPage
{
  AdwNavigationPage parent_instance;

  /* Template children */
  GtkWidget *try_button;
  AdwPreferencesGroup *fields;
  GtkWidget *passing;
  GtkWidget *help;
  GtkWidget *trying;
  GtkLabel *failure;

  /* Owned */
  NewsDesk *desk;
  NewsOffer *offer;          /* or NULL */
  NewsSource *source;        /* of the edition, or NULL */
  GPtrArray *parameters;     /* const NewsParameter, of one of the two */
  GPtrArray *rows;           /* one for each of them, which the group owns */
  GCancellable *cancellable; /* of the try that is on its way, or NULL */
};

enum
{
  UNLOCKED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsKeyPage, news_key_page, ADW_TYPE_NAVIGATION_PAGE)

static const NewsParameter *
get_parameter (NewsKeyPage *self, guint index)
{
  return g_ptr_array_index (self->parameters, index);
}

/* --- what was entered --- */

static const char *
get_value (NewsKeyPage *self, guint index)
{
  const NewsParameter *parameter = get_parameter (self, index);
  GtkWidget *row = g_ptr_array_index (self->rows, index);

  if (parameter->type == NEWS_PARAMETER_CHOICE)
    return parameter->choices[2 * adw_combo_row_get_selected (ADW_COMBO_ROW (row))];

  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Nobody puts blanks around a key; they come with it from where it was copied. */
static GHashTable *
collect (NewsKeyPage *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (values, g_strdup (get_parameter (self, i)->name),
                         g_strstrip (g_strdup (get_value (self, i))));

  return values;
}

/* What is there without anybody entering it; never that of a secret. */
static const char *
get_start (NewsKeyPage *self, const NewsParameter *parameter)
{
  const char *own
    = self->source != NULL ? news_source_get_parameter (self->source, parameter->name) : NULL;

  if (parameter->type == NEWS_PARAMETER_SECRET)
    return NULL;

  return own != NULL ? own : parameter->fallback;
}

/* Some of what has no value by itself is there, or of a source's, another value than it has;
 * whether all has to be, its source knows. */
static gboolean
can_try (NewsKeyPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *start = get_start (self, get_parameter (self, i));
      const char *value = get_value (self, i);

      if (*value != '\0'
          && (start == NULL || (self->source != NULL && !g_str_equal (value, start))))
        return TRUE;
    }

  return FALSE;
}

static void
update (NewsKeyPage *self)
{
  gboolean trying = self->cancellable != NULL;

  gtk_widget_set_visible (self->trying, trying);
  gtk_widget_set_sensitive (self->try_button, !trying && can_try (self));
}

static void
show_failure (NewsKeyPage *self, const char *message)
{
  gtk_label_set_text (self->failure, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), message != NULL);
}

/* Whether the keyring lasts may show only when something is stored. */
static void
update_passing (NewsKeyPage *self)
{
  gtk_widget_set_visible (self->passing,
                          self->desk != NULL
                            && !news_keyring_is_lasting (news_desk_get_keyring (self->desk)));
}

/* To the first that has to be entered, or to be mended. */
static gboolean
focus (NewsKeyPage *self)
{
  guint first = 0;

  while (first < self->rows->len && get_start (self, get_parameter (self, first)) != NULL)
    first++;

  return first < self->rows->len && gtk_widget_grab_focus (g_ptr_array_index (self->rows, first));
}

/* Whether the try is over: not where nobody waits for it any more. @error is NULL if the source
 * accepted what was entered. */
static gboolean
end_try (NewsKeyPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  g_clear_object (&self->cancellable);
  update (self);
  update_passing (self);
  if (error != NULL)
    {
      show_failure (self, error->message);
      focus (self);
    }

  return error == NULL;
}

static void
unlocked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsKeyPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsOffer) offer = news_desk_unlock_offer_finish (NEWS_DESK (object), result, &error);

  if (end_try (self, error))
    g_signal_emit (self, signals[UNLOCKED], 0, offer);
}

static void
key_changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsKeyPage) self = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_change_key_finish (NEWS_DESK (object), result, &error);
  if (end_try (self, error))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
try_cb (NewsKeyPage *self)
{
  g_autoptr (GHashTable) values = NULL;

  if (self->cancellable != NULL || !can_try (self))
    return;

  values = collect (self);
  show_failure (self, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  if (self->source != NULL)
    news_desk_change_key_async (self->desk, self->source->id, values, self->cancellable,
                                key_changed_cb, g_object_ref (self));
  else
    news_desk_unlock_offer_async (self->desk, self->offer, values, self->cancellable, unlocked_cb,
                                  g_object_ref (self));
}

static void
changed_cb (NewsKeyPage *self)
{
  news_key_page_stop (self);
  show_failure (self, NULL);
}

/* --- fields --- */

static GtkWidget *
create_choice (const NewsParameter *parameter, const char *start)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; parameter->choices[2 * i] != NULL; i++)
    {
      gtk_string_list_append (labels, parameter->choices[2 * i + 1]);
      if (g_strcmp0 (parameter->choices[2 * i], start) == 0)
        selected = i;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);

  return row;
}

static GtkWidget *
create_entry (const NewsParameter *parameter, const char *start)
{
  GtkWidget *row;

  if (parameter->type == NEWS_PARAMETER_SECRET)
    return adw_password_entry_row_new ();

  row = adw_entry_row_new ();
  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (row), GTK_INPUT_HINT_NO_SPELLCHECK);
  if (parameter->type == NEWS_PARAMETER_ADDRESS)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_URL);
  if (start != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), start);

  return row;
}

static void
append_field (NewsKeyPage *self, const NewsParameter *parameter)
{
  gboolean chooses = parameter->type == NEWS_PARAMETER_CHOICE;
  const char *start = get_start (self, parameter);
  GtkWidget *row = chooses ? create_choice (parameter, start) : create_entry (parameter, start);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), parameter->label);
  g_signal_connect_object (row, chooses ? "notify::selected" : "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (!chooses)
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (try_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->fields, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_help (NewsKeyPage *self)
{
  const char *help = NULL;

  for (guint i = 0; help == NULL && i < self->parameters->len; i++)
    help = get_parameter (self, i)->help;

  gtk_widget_set_visible (self->help, help != NULL);
  gtk_widget_set_tooltip_text (self->help, help);
  if (help == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->help), "s", help);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->help), "story.follow");
}

static void
clear_fields (NewsKeyPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->parameters, g_ptr_array_unref);
}

/* Takes @parameters. */
static void
ask_for (NewsKeyPage *self, GPtrArray *parameters, const char *title)
{
  self->parameters = parameters;
  for (guint i = 0; i < parameters->len; i++)
    append_field (self, get_parameter (self, i));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  show_help (self);
  show_failure (self, NULL);
  update (self);
}

static void
forget (NewsKeyPage *self)
{
  news_key_page_stop (self);
  clear_fields (self);
  g_clear_pointer (&self->offer, news_offer_unref);
  g_clear_pointer (&self->source, news_source_unref);
}

static void
news_key_page_showing (AdwNavigationPage *page)
{
  update_passing (NEWS_KEY_PAGE (page));
}

static void
news_key_page_shown (AdwNavigationPage *page)
{
  focus (NEWS_KEY_PAGE (page));
}

/* A dialog that begins with this page gives it the focus itself. */
static gboolean
news_key_page_grab_focus (GtkWidget *widget)
{
  return focus (NEWS_KEY_PAGE (widget));
}

/* Whoever goes back does not wait for it. */
static void
news_key_page_hiding (AdwNavigationPage *page)
{
  news_key_page_stop (NEWS_KEY_PAGE (page));
}

static void
news_key_page_dispose (GObject *object)
{
  NewsKeyPage *self = NEWS_KEY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_KEY_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->parameters, g_ptr_array_unref);
  g_clear_pointer (&self->offer, news_offer_unref);
  g_clear_pointer (&self->source, news_source_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (news_key_page_parent_class)->dispose (object);
}

static void
news_key_page_class_init (NewsKeyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_key_page_dispose;
  widget_class->grab_focus = news_key_page_grab_focus;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = news_key_page_showing;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = news_key_page_shown;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = news_key_page_hiding;

  signals[UNLOCKED] = g_signal_new ("unlocked", NEWS_TYPE_KEY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, NEWS_TYPE_OFFER);
  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_KEY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sources/news-key-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsKeyPage, try_button);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyPage, fields);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyPage, passing);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyPage, help);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyPage, trying);
  gtk_widget_class_bind_template_child (widget_class, NewsKeyPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
}

static void
news_key_page_init (NewsKeyPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
news_key_page_set_desk (NewsKeyPage *self, NewsDesk *desk)
{
  g_return_if_fail (NEWS_IS_KEY_PAGE (self));

  g_set_object (&self->desk, desk);
}

void
news_key_page_set_offer (NewsKeyPage *self, NewsOffer *offer)
{
  g_return_if_fail (NEWS_IS_KEY_PAGE (self));

  if (self->offer == offer)
    return;

  forget (self);
  self->offer = news_offer_ref (offer);
  ask_for (self, news_offer_list_parameters (offer), offer->find.source->name);
}

void
news_key_page_set_source (NewsKeyPage *self, NewsSource *source)
{
  g_return_if_fail (NEWS_IS_KEY_PAGE (self));
  g_return_if_fail (self->desk != NULL);

  forget (self);
  self->source = news_source_ref (source);
  adw_preferences_group_set_description (
    self->fields, _ ("What you enter is tried before it is stored. If the source does not accept "
                     "it, all stays as it was."));
  ask_for (self, news_desk_list_parameters (self->desk, source), source->name);
}

void
news_key_page_stop (NewsKeyPage *self)
{
  g_return_if_fail (NEWS_IS_KEY_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  update (self);
}
