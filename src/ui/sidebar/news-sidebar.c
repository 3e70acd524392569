/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-sidebar.h"

#include "news-dateline.h"
#include "news-late-menu.h"
#include "news-sidebar-row.h"

#include <glib/gi18n.h>

/* Milliseconds until the focus is where what was chosen is. */
#define FOCUS_DELAY 100

struct _NewsSidebar
{
  AdwNavigationPage parent_instance;

  /* Template children */
  NewsDateline *dateline;
  AdwToggleGroup *editions;
  GtkListBox *list;
  GtkMenuButton *menu_button;
  GMenuModel *menu;

  /* Owned */
  NewsDesk *desk;
  NewsEditor *editor;
  NewsSavedSearches *searches;
  GSignalGroup *desk_signals;
  GSignalGroup *section_signals;

  /* Borrowed */
  GtkListBoxRow *chosen; /* whose list is on show, while it is selected */

  guint focusing; /* the row that was chosen, soon */

  gboolean filling;  /* it is we who change the switch */
  gboolean choosing; /* it is we who change the selection */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NewsSidebar, news_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_id (GtkListBoxRow *row)
{
  NewsDeskSection *section = news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (row));
  NewsSavedSearch *search = news_sidebar_row_get_search (NEWS_SIDEBAR_ROW (row));

  return section != NULL  ? news_desk_section_get_section (section)->id
         : search != NULL ? news_saved_search_get_id (search)
                          : NEWS_SIDEBAR_BOOKMARKS;
}

static const char *
get_group (GtkListBoxRow *row)
{
  NewsDeskSection *section = news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (row));

  return section != NULL ? news_desk_section_get_section (section)->group : NULL;
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                    "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, "group-heading");

  return label;
}

/* Bookmarks stand apart, with the searches; added sites stand under their names. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = get_group (row);
  GtkWidget *header = NULL;

  if (before != NULL && news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (row)) == NULL
      && news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (before)) != NULL)
    header = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  else if (group != NULL && (before == NULL || g_strcmp0 (group, get_group (before)) != 0))
    header = create_heading (group);

  gtk_list_box_row_set_header (row, header);
}

static gboolean
has_focus (NewsSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
focus_chosen_cb (gpointer user_data)
{
  NewsSidebar *self = user_data;

  self->focusing = 0;
  if (self->chosen != NULL && has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->chosen));
}

/* GTK asks for the style of all that is in a window when the focus in it moves. When the window
 * comes it would look for a place for the focus after it has all styles, and hide the ring around
 * it: here both are done before. */
static void
focus_in_advance (NewsSidebar *self, GtkRoot *root)
{
  gtk_root_set_focus (root, GTK_WIDGET (self->chosen));
  gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE);
}

/* The arrow keys go on from what is chosen, however it was. No list that comes should wait for the
 * styles that the focus asks for. */
static void
focus_chosen (NewsSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && !gtk_widget_get_visible (GTK_WIDGET (root))
      && gtk_root_get_focus (root) == NULL)
    focus_in_advance (self, root);
  else if (self->focusing == 0 && has_focus (self))
    self->focusing = g_timeout_add_once (FOCUS_DELAY, focus_chosen_cb, self);
}

static void
choose_row (NewsSidebar *self, GtkListBoxRow *row, gboolean go)
{
  self->choosing = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->choosing = FALSE;
  self->chosen = row;
  focus_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0, news_sidebar_row_get_section (NEWS_SIDEBAR_ROW (row)),
                 go);
}

/* The arrow keys choose as they go; Enter then goes to the headlines. A list box selects its row
 * anew when that is given the focus, as it is when a window is opened: the list need not be asked
 * for twice. */
static void
selected_cb (NewsSidebar *self, GtkListBoxRow *row)
{
  if (row == NULL)
    self->chosen = NULL;
  else if (row != self->chosen && !self->choosing)
    choose_row (self, row, FALSE);
}

static void
activated_cb (NewsSidebar *self, GtkListBoxRow *row)
{
  choose_row (self, row, TRUE);
}

static void
edition_cb (NewsSidebar *self)
{
  if (!self->filling)
    news_desk_set_edition (self->desk, adw_toggle_group_get_active_name (self->editions));
}

/* Whether the switch has all editions by their names. */
static gboolean
has_editions (NewsSidebar *self, GPtrArray *editions)
{
  if (adw_toggle_group_get_n_toggles (self->editions) != editions->len)
    return FALSE;

  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);
      AdwToggle *toggle = adw_toggle_group_get_toggle (self->editions, i);

      if (!g_str_equal (adw_toggle_get_name (toggle), edition->id)
          || !g_str_equal (adw_toggle_get_label (toggle), edition->name))
        return FALSE;
    }

  return TRUE;
}

static void
fill_editions (NewsSidebar *self)
{
  GPtrArray *editions = news_desk_get_editions (self->desk);

  if (has_editions (self, editions))
    return;

  self->filling = TRUE;
  adw_toggle_group_remove_all (self->editions);
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, edition->id);
      adw_toggle_set_label (toggle, edition->name);
      adw_toggle_group_add (self->editions, toggle);
    }
  adw_toggle_group_set_active_name (self->editions, news_desk_get_edition (self->desk)->id);
  gtk_widget_set_visible (GTK_WIDGET (self->editions), editions->len > 1);
  self->filling = FALSE;
}

static GtkListBoxRow *
find_row (NewsSidebar *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (get_id (row), id) == 0)
      return row;

  return NULL;
}

/* Id of the row that has the focus, or NULL; no longer has it. Where a widget goes that has the
 * focus, the window looks for another in the next frame, whoever was given it since. */
static char *
take_focus (NewsSidebar *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (row == NULL || focus == NULL || (focus != row && !gtk_widget_is_ancestor (focus, row)))
    return NULL;

  gtk_root_set_focus (root, NULL);

  return g_strdup (get_id (GTK_LIST_BOX_ROW (row)));
}

/* Gives it back to the row of that id (nullable: it was none); to the one that is chosen, where
 * that row is no more. */
static void
give_focus (NewsSidebar *self, const char *id)
{
  GtkListBoxRow *row = id != NULL ? find_row (self, id) : NULL;

  if (row == NULL && id != NULL)
    row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static int
count_sections (NewsSidebar *self)
{
  return (int) g_list_model_get_n_items (news_desk_get_sections (self->desk));
}

/* The row of @search among @rows, or NULL. */
static GtkWidget *
find_search_row (GPtrArray *rows, NewsSavedSearch *search)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (news_sidebar_row_get_search (g_ptr_array_index (rows, i)) == search)
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* Those of @rows (nullable) that are still of one of them stay the same. */
static void
insert_searches (NewsSidebar *self, guint position, guint added, GPtrArray *rows)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (NewsSavedSearch) search = g_list_model_get_item (G_LIST_MODEL (self->searches), i);
      GtkWidget *row = find_search_row (rows, search);

      if (row == NULL)
        row = news_sidebar_row_new_search (self->searches, search);
      /* They stand behind the bookmarks. */
      gtk_list_box_insert (self->list, row, count_sections (self) + 1 + (int) i);
    }
}

static GPtrArray *
take_searches (NewsSidebar *self, guint position, guint removed)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < removed; i++)
    {
      GtkListBoxRow *row
        = gtk_list_box_get_row_at_index (self->list, count_sections (self) + 1 + (int) position);

      g_ptr_array_add (rows, g_object_ref (row));
      /* A row that goes remembers that it was selected, and could not be again. */
      gtk_list_box_unselect_row (self->list, row);
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }

  return rows;
}

/* Only these rows are others, and the list on show stays as it is unless it was of one that is
 * gone. A search that is moved by keys is moved on by them. */
static void
searches_changed_cb (NewsSidebar *self, guint position, guint removed, guint added)
{
  g_autofree char *chosen = g_strdup (news_sidebar_get_chosen (self));
  g_autofree char *focused = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GtkListBoxRow *row;

  if (self->desk == NULL)
    return;

  focused = take_focus (self);
  rows = take_searches (self, position, removed);
  insert_searches (self, position, added, rows);

  row = chosen != NULL ? find_row (self, chosen) : NULL;
  self->choosing = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  self->choosing = FALSE;
  self->chosen = row;
  if (chosen != NULL && row == NULL)
    news_sidebar_choose (self, chosen, FALSE);
  give_focus (self, focused);
}

static void
fill_sections (NewsSidebar *self)
{
  GListModel *sections = news_desk_get_sections (self->desk);
  g_autofree char *chosen = g_strdup (news_sidebar_get_chosen (self));
  g_autofree char *focused = take_focus (self);

  self->chosen = NULL;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (NewsDeskSection) section = g_list_model_get_item (sections, i);

      gtk_list_box_append (self->list, news_sidebar_row_new_section (section, self->editor));
    }
  gtk_list_box_append (self->list, news_sidebar_row_new_bookmarks (self->desk));
  if (self->searches != NULL)
    insert_searches (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->searches)), NULL);

  if (chosen != NULL)
    news_sidebar_choose (self, chosen, FALSE);
  /* A section that is moved by keys is moved on by them. */
  give_focus (self, focused);
}

static void
edition_changed (NewsSidebar *self)
{
  NewsEdition *edition = news_desk_get_edition (self->desk);

  news_dateline_set_edition (self->dateline, edition);
  fill_editions (self);
  self->filling = TRUE;
  adw_toggle_group_set_active_name (self->editions, edition->id);
  self->filling = FALSE;
}

static void
news_sidebar_dispose (GObject *object)
{
  NewsSidebar *self = NEWS_SIDEBAR (object);

  g_clear_handle_id (&self->focusing, g_source_remove);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->section_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), NEWS_TYPE_SIDEBAR);
  g_clear_object (&self->desk);
  g_clear_object (&self->editor);
  g_clear_object (&self->searches);

  G_OBJECT_CLASS (news_sidebar_parent_class)->dispose (object);
}

static void
news_sidebar_class_init (NewsSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = news_sidebar_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", NEWS_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, NEWS_TYPE_DESK_SECTION, G_TYPE_BOOLEAN);

  g_type_ensure (NEWS_TYPE_DATELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/sidebar/news-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSidebar, dateline);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebar, editions);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NewsSidebar, menu);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edition_cb);
}

static void
news_sidebar_init (NewsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  news_late_menu_attach (self->menu_button, self->menu);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);

  self->desk_signals = g_signal_group_new (NEWS_TYPE_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "notify::edition",
                                  G_CALLBACK (edition_changed), self);
  self->section_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->section_signals, "items-changed",
                                  G_CALLBACK (fill_sections), self);
}

void
news_sidebar_set_searches (NewsSidebar *self, NewsSavedSearches *searches)
{
  g_return_if_fail (NEWS_IS_SIDEBAR (self));
  g_return_if_fail (self->searches == NULL);

  self->searches = g_object_ref (searches);
  g_signal_connect_object (searches, "items-changed", G_CALLBACK (searches_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
news_sidebar_set_editor (NewsSidebar *self, NewsEditor *editor)
{
  NewsDesk *desk;

  g_return_if_fail (NEWS_IS_SIDEBAR (self));

  desk = news_editor_get_desk (editor);
  g_set_object (&self->editor, editor);
  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->desk_signals, desk);
  g_signal_group_set_target (self->section_signals, news_desk_get_sections (desk));
  edition_changed (self);
  fill_sections (self);
}

void
news_sidebar_choose (NewsSidebar *self, const char *id, gboolean go)
{
  GtkListBoxRow *row;

  g_return_if_fail (NEWS_IS_SIDEBAR (self));

  row = find_row (self, id);
  choose_row (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->list, 0), go);
}

gboolean
news_sidebar_choose_nth (NewsSidebar *self, guint n)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NEWS_IS_SIDEBAR (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->list, (int) n);
  if (row == NULL)
    return FALSE;

  choose_row (self, row, TRUE);

  return TRUE;
}

const char *
news_sidebar_get_chosen (NewsSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NEWS_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? get_id (row) : NULL;
}

NewsSavedSearch *
news_sidebar_get_search (NewsSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NEWS_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? news_sidebar_row_get_search (NEWS_SIDEBAR_ROW (row)) : NULL;
}

void
news_sidebar_unchoose (NewsSidebar *self)
{
  g_return_if_fail (NEWS_IS_SIDEBAR (self));

  gtk_list_box_unselect_all (self->list);
}
