/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-search-bar.h"

#include "news-suggestion-row.h"

#include <glib/gi18n.h>

struct _NewsSearchBar
{
  AdwBin parent_instance;

  /* Template children */
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  AdwToggleGroup *places;

  /* Owned */
  NewsSuggestionList *suggestions;

  NewsSearchPlace first;
  gboolean filling; /* it is we who change the places */
};

enum
{
  CHANGED,
  GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];
static GParamSpec *open_property;

/* By which the places are known, in their order. */
static const char *const names[] = { "here", "everything", "bookmarks" };

G_DEFINE_FINAL_TYPE (NewsSearchBar, news_search_bar, ADW_TYPE_BIN)

static const char *
get_text (NewsSearchBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Never by way of nothing, of which the entry would tell at once. */
static void
set_text (NewsSearchBar *self, const char *text, int caret)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  int length = (int) g_utf8_strlen (get_text (self), -1);
  int end = length;

  gtk_editable_insert_text (editable, text, -1, &end);
  gtk_editable_delete_text (editable, 0, length);
  gtk_editable_set_position (editable, caret);
}

/* --- suggestions --- */

static void
ask (NewsSearchBar *self)
{
  const char *text = get_text (self);
  int caret = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  if (self->suggestions == NULL)
    return;

  if (*text == '\0' || !news_search_bar_get_open (self))
    news_suggestion_list_clear (self->suggestions);
  else
    news_suggestion_list_ask (self->suggestions, text,
                              (guint) (g_utf8_offset_to_pointer (text, caret) - text));
}

static void
take (NewsSearchBar *self, const NewsSuggestion *suggestion)
{
  const char *text = get_text (self);
  g_autofree char *before = g_strndup (text, suggestion->start);
  g_autofree char *whole
    = g_strconcat (before, suggestion->completion, text + suggestion->end, NULL);
  glong caret = g_utf8_strlen (before, -1) + g_utf8_strlen (suggestion->completion, -1);

  set_text (self, whole, (int) caret);
  news_suggestion_list_clear (self->suggestions);
}

/* The focus stays in the entry, so that it has to be told there what is at hand. */
static void
suggestions_changed_cb (NewsSearchBar *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);
  GtkWidget *row = news_suggestion_list_get_active_row (self->suggestions);

  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED,
                               news_suggestion_list_is_shown (self->suggestions), -1);
  if (row == NULL)
    {
      gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }

  gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  news_search_bar_announce (self, news_suggestion_row_get_words (NEWS_SUGGESTION_ROW (row)));
}

/* --- keys --- */

static gboolean
step (NewsSearchBar *self, int by)
{
  if (self->suggestions == NULL || !news_suggestion_list_is_shown (self->suggestions))
    return FALSE;
  if (by < 0 && news_suggestion_list_get_active (self->suggestions) == NULL)
    return FALSE;

  return news_suggestion_list_step (self->suggestions, by) || by < 0;
}

static gboolean
take_active (NewsSearchBar *self)
{
  const NewsSuggestion *active
    = self->suggestions != NULL ? news_suggestion_list_get_active (self->suggestions) : NULL;

  if (active != NULL)
    take (self, active);

  return active != NULL;
}

static void
go (NewsSearchBar *self, gboolean open)
{
  if (self->suggestions != NULL)
    news_suggestion_list_clear (self->suggestions);
  g_signal_emit (self, signals[GO], 0, open);
}

static void
activate_cb (NewsSearchBar *self)
{
  if (!take_active (self))
    go (self, TRUE);
}

/* What an input method needs for what it composes does not come here. */
static gboolean
key_cb (NewsSearchBar *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (!step (self, 1))
        go (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, -1);
    case GDK_KEY_Tab:
      return take_active (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- callbacks --- */

static void
typed_cb (NewsSearchBar *self)
{
  if (!news_search_bar_get_open (self))
    return;

  ask (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
place_cb (NewsSearchBar *self)
{
  if (!self->filling && news_search_bar_get_open (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
mode_changed_cb (NewsSearchBar *self)
{
  gboolean open = news_search_bar_get_open (self);

  if (open)
    news_search_bar_set_place (self, self->first);
  else
    set_text (self, "", 0);
  if (!open && self->suggestions != NULL)
    news_suggestion_list_clear (self->suggestions);

  g_object_notify_by_pspec (G_OBJECT (self), open_property);
  if (open)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- object --- */

static void
news_search_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, news_search_bar_get_open (NEWS_SEARCH_BAR (object)));
}

static void
news_search_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  news_search_bar_set_open (NEWS_SEARCH_BAR (object), g_value_get_boolean (value));
}

static void
news_search_bar_dispose (GObject *object)
{
  NewsSearchBar *self = NEWS_SEARCH_BAR (object);

  g_clear_object (&self->suggestions);
  /* The bin would not know that its child is gone with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SEARCH_BAR);

  G_OBJECT_CLASS (news_search_bar_parent_class)->dispose (object);
}

static void
news_search_bar_class_init (NewsSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = news_search_bar_get_property;
  object_class->set_property = news_search_bar_set_property;
  object_class->dispose = news_search_bar_dispose;

  open_property
    = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, open_property);

  signals[CHANGED] = g_signal_new ("changed", NEWS_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", NEWS_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/search/news-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, NewsSearchBar, places);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, news_search_bar_stop);
}

static void
news_search_bar_init (NewsSearchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  news_search_bar_set_places (self, NULL, NEWS_SEARCH_EVERYTHING);
}

static void
add_place (NewsSearchBar *self, NewsSearchPlace place, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, names[place]);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->places, toggle);
}

/* The other places are always the same. */
static void
add_places (NewsSearchBar *self, const char *here)
{
  adw_toggle_group_remove_all (self->places);
  if (here != NULL)
    add_place (self, NEWS_SEARCH_HERE, here);
  add_place (self, NEWS_SEARCH_EVERYTHING, _ ("Everything"));
  add_place (self, NEWS_SEARCH_BOOKMARKS, _ ("Bookmarks"));
}

void
news_search_bar_set_places (NewsSearchBar *self, const char *here, NewsSearchPlace first)
{
  AdwToggle *toggle;

  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));
  g_return_if_fail (here != NULL || first != NEWS_SEARCH_HERE);

  self->first = first;
  self->filling = TRUE;
  toggle = adw_toggle_group_get_toggle_by_name (self->places, names[NEWS_SEARCH_HERE]);
  if (here != NULL && toggle != NULL)
    adw_toggle_set_label (toggle, here);
  else if (here != NULL || toggle != NULL || adw_toggle_group_get_n_toggles (self->places) == 0)
    add_places (self, here);
  adw_toggle_group_set_active_name (self->places, names[first]);
  self->filling = FALSE;
}

void
news_search_bar_set_suggestions (NewsSearchBar *self, NewsSuggestionList *suggestions)
{
  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));
  g_return_if_fail (self->suggestions == NULL);

  self->suggestions = g_object_ref (suggestions);
  g_signal_connect_object (suggestions, "taken", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (suggestions, "changed", G_CALLBACK (suggestions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_CONTROLS,
                                  suggestions, NULL, -1);
}

void
news_search_bar_set_open (NewsSearchBar *self, gboolean open)
{
  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));

  if (open && news_search_bar_get_open (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
  gtk_search_bar_set_search_mode (self->bar, open);
}

gboolean
news_search_bar_get_open (NewsSearchBar *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

char *
news_search_bar_dup_query (NewsSearchBar *self)
{
  g_return_val_if_fail (NEWS_IS_SEARCH_BAR (self), NULL);

  return g_strstrip (g_strdup (get_text (self)));
}

void
news_search_bar_set_query (NewsSearchBar *self, const char *query)
{
  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));

  set_text (self, query, -1);
}

NewsSearchPlace
news_search_bar_get_place (NewsSearchBar *self)
{
  const char *name;

  g_return_val_if_fail (NEWS_IS_SEARCH_BAR (self), NEWS_SEARCH_EVERYTHING);

  name = adw_toggle_group_get_active_name (self->places);
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (NewsSearchPlace) i;

  return NEWS_SEARCH_EVERYTHING;
}

void
news_search_bar_set_place (NewsSearchBar *self, NewsSearchPlace place)
{
  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));

  adw_toggle_group_set_active_name (self->places, names[place]);
}

void
news_search_bar_append (NewsSearchBar *self, const char *text)
{
  g_autofree char *query = NULL;
  g_autofree char *whole = NULL;

  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));

  query = news_search_bar_dup_query (self);
  whole = g_strconcat (query, *query != '\0' ? " " : "", text, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  set_text (self, whole, -1);
}

void
news_search_bar_stop (NewsSearchBar *self)
{
  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));

  if (self->suggestions != NULL && news_suggestion_list_is_shown (self->suggestions))
    news_suggestion_list_clear (self->suggestions);
  else if (*get_text (self) != '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      set_text (self, "", 0);
    }
  else
    news_search_bar_set_open (self, FALSE);
}

void
news_search_bar_announce (NewsSearchBar *self, const char *words)
{
  g_return_if_fail (NEWS_IS_SEARCH_BAR (self));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
