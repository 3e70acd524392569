/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-section-actions.h"

struct _NewsSectionActions
{
  GSimpleActionGroup parent_instance;

  /* Owned */
  NewsEditor *editor;
  char *id;
};

G_DEFINE_FINAL_TYPE (NewsSectionActions, news_section_actions, G_TYPE_SIMPLE_ACTION_GROUP)

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSectionActions *self = user_data;

  news_editor_step (self->editor, self->id, -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSectionActions *self = user_data;

  news_editor_step (self->editor, self->id, 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSectionActions *self = user_data;

  news_editor_remove (self->editor, self->id);
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSectionActions *self = user_data;

  news_editor_merge (self->editor, self->id, g_variant_get_string (parameter, NULL));
}

static void
icon_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NewsSectionActions *self = user_data;

  news_editor_set_icon (self->editor, self->id, g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { "move-up", move_up_cb, NULL, NULL, NULL, { 0 } },
  { "move-down", move_down_cb, NULL, NULL, NULL, { 0 } },
  { "remove", remove_cb, NULL, NULL, NULL, { 0 } },
  { "merge", merge_cb, "s", NULL, NULL, { 0 } },
  { "icon", icon_cb, "s", NULL, NULL, { 0 } },
};

static void
enable (NewsSectionActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (NewsSectionActions *self)
{
  NewsSection *section
    = news_edition_get_section (news_editor_get_edition (self->editor), self->id);
  gboolean movable = section != NULL && !news_section_is_home (section);

  enable (self, "move-up", news_editor_can_step (self->editor, self->id, -1));
  enable (self, "move-down", news_editor_can_step (self->editor, self->id, 1));
  enable (self, "remove", movable);
  enable (self, "merge", movable);
}

static void
news_section_actions_finalize (GObject *object)
{
  NewsSectionActions *self = NEWS_SECTION_ACTIONS (object);

  g_clear_object (&self->editor);
  g_free (self->id);

  G_OBJECT_CLASS (news_section_actions_parent_class)->finalize (object);
}

static void
news_section_actions_class_init (NewsSectionActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_section_actions_finalize;
}

static void
news_section_actions_init (NewsSectionActions *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

NewsSectionActions *
news_section_actions_new (NewsEditor *editor, const char *id)
{
  NewsSectionActions *self = g_object_new (NEWS_TYPE_SECTION_ACTIONS, NULL);

  self->editor = g_object_ref (editor);
  self->id = g_strdup (id);
  g_signal_connect_object (news_editor_get_desk (editor), "notify::edition", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
