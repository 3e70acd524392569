/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-editor.h"

#include "news-edition-change.h"
#include "news-subscriptions.h"

#include <glib/gi18n.h>

struct _NewsEditor
{
  GObject parent_instance;

  /* Owned */
  NewsDesk *desk;
  AdwToast *toast;     /* the one that can undo, while it shows */
  NewsEdition *former; /* what it brings back */

  /* Borrowed, and NULL once it is gone: those who hold the editor are in it */
  AdwToastOverlay *toasts;
};

/* A change on its way. */
typedef struct
{
  NewsEditor *self;
  NewsEdition *former; /* nullable: there was none */
  char *words;         /* nullable: nothing to tell */
  char *go;            /* id of the edition to show then, or NULL */
} Call;

G_DEFINE_FINAL_TYPE (NewsEditor, news_editor, G_TYPE_OBJECT)

static void
free_call (Call *call)
{
  g_object_unref (call->self);
  g_clear_pointer (&call->former, news_edition_unref);
  g_free (call->words);
  g_free (call->go);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, free_call)

/* --- undoing --- */

static void
forget (NewsEditor *self)
{
  g_clear_pointer (&self->former, news_edition_unref);
  g_clear_object (&self->toast);
}

static void
dismissed_cb (AdwToast *toast, NewsEditor *self)
{
  if (toast == self->toast)
    forget (self);
}

static AdwToast *
create_toast (const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_use_markup (toast, FALSE);

  return toast;
}

/* Only the last change can be undone: to undo one before it would undo that as well. */
static void
offer_undo (NewsEditor *self, const char *words, NewsEdition *former)
{
  g_autoptr (AdwToast) last = g_steal_pointer (&self->toast);

  forget (self);
  if (last != NULL)
    adw_toast_dismiss (last);

  self->former = news_edition_ref (former);
  self->toast = create_toast (words);
  adw_toast_set_button_label (self->toast, _ ("_Undo"));
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (news_editor_undo), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
}

/* --- changing --- */

static void
conclude (Call *call, GError *error)
{
  NewsEditor *self = call->self;
  g_autofree char *words = NULL;

  if (error != NULL)
    {
      /* Translators: %s says why */
      words = g_strdup_printf (_ ("The change could not be kept: %s"), error->message);
      news_editor_tell (self, words);
      return;
    }

  if (call->go != NULL)
    news_desk_set_edition (self->desk, call->go);
  if (call->words != NULL && call->former != NULL && self->toasts != NULL)
    offer_undo (self, call->words, call->former);
  else if (call->words != NULL)
    news_editor_tell (self, call->words);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_change_edition_finish (NEWS_DESK (object), result, &error);
  conclude (call, error);
}

static void
reset_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GError) error = NULL;

  news_desk_reset_edition_finish (NEWS_DESK (object), result, &error);
  conclude (call, error);
}

static void
offer_added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *section = news_desk_add_offer_finish (NEWS_DESK (object), result, &error);

  if (section == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  conclude (g_task_get_task_data (task), NULL);
  g_task_return_pointer (task, section, g_free);
}

/* @words is taken. */
static Call *
create_call (NewsEditor *self, NewsEdition *former, char *words, const char *go)
{
  Call *call = g_new0 (Call, 1);

  call->self = g_object_ref (self);
  call->former = former != NULL ? news_edition_ref (former) : NULL;
  call->words = words;
  call->go = g_strdup (go);

  return call;
}

/* @changed (nullable: nothing is to be done) and @words are taken. */
static void
apply (NewsEditor *self, NewsEdition *changed, char *words)
{
  g_autoptr (NewsEdition) edition = changed;

  if (edition == NULL)
    {
      g_free (words);
      return;
    }

  news_desk_change_edition_async (self->desk, edition, NULL, changed_cb,
                                  create_call (self, news_editor_get_edition (self), words, NULL));
}

static const char *
get_title (NewsEditor *self, const char *id)
{
  NewsSection *section = news_edition_get_section (news_editor_get_edition (self), id);

  return section != NULL ? section->title : "";
}

static const char *
get_source_name (NewsEditor *self, const char *id)
{
  NewsSource *source = news_edition_get_source (news_editor_get_edition (self), id);

  return source != NULL ? source->name : "";
}

static const char *
get_query_name (NewsEditor *self, const char *id, guint index)
{
  NewsSection *section = news_edition_get_section (news_editor_get_edition (self), id);

  if (section == NULL || index >= section->queries->len)
    return "";

  return get_source_name (self,
                          ((NewsQuery *) g_ptr_array_index (section->queries, index))->source);
}

static void
news_editor_finalize (GObject *object)
{
  NewsEditor *self = NEWS_EDITOR (object);

  forget (self);
  g_clear_weak_pointer (&self->toasts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (news_editor_parent_class)->finalize (object);
}

static void
news_editor_class_init (NewsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = news_editor_finalize;
}

static void
news_editor_init (NewsEditor *self)
{
}

NewsEditor *
news_editor_new (NewsDesk *desk, AdwToastOverlay *toasts)
{
  NewsEditor *self = g_object_new (NEWS_TYPE_EDITOR, NULL);

  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->toasts, toasts);

  return self;
}

NewsDesk *
news_editor_get_desk (NewsEditor *self)
{
  g_return_val_if_fail (NEWS_IS_EDITOR (self), NULL);

  return self->desk;
}

NewsEdition *
news_editor_get_edition (NewsEditor *self)
{
  g_return_val_if_fail (NEWS_IS_EDITOR (self), NULL);

  return news_desk_get_draft (self->desk);
}

void
news_editor_add_section (NewsEditor *self, const char *title)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  apply (self, news_edition_add_section (news_editor_get_edition (self), title, NULL),
         /* Translators: the title of a section */
         g_strdup_printf (_ ("“%s” added"), title));
}

void
news_editor_rename (NewsEditor *self, const char *id, const char *title)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  apply (self, news_edition_rename_section (news_editor_get_edition (self), id, title),
         /* Translators: the former title of a section, and its new one */
         g_strdup_printf (_ ("“%s” renamed “%s”"), get_title (self, id), title));
}

void
news_editor_set_icon (NewsEditor *self, const char *id, const char *icon)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  apply (self, news_edition_set_section_icon (news_editor_get_edition (self), id, icon),
         /* Translators: the title of a section */
         g_strdup_printf (_ ("Icon of “%s” changed"), get_title (self, id)));
}

void
news_editor_move (NewsEditor *self, const char *id, guint place)
{
  NewsEdition *edition;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  edition = news_editor_get_edition (self);
  apply (self, news_edition_move_section (edition, id, place),
         /* Translators: the title of a section, its new place in the list, and how many there are
          */
         g_strdup_printf (_ ("“%s” moved to place %u of %u"), get_title (self, id),
                          MIN (place + 1, edition->sections->len), edition->sections->len));
}

void
news_editor_step (NewsEditor *self, const char *id, int step)
{
  int place;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  place = news_edition_find_section (news_editor_get_edition (self), id);
  if (place >= 0 && place + step >= 0)
    news_editor_move (self, id, (guint) (place + step));
}

gboolean
news_editor_can_step (NewsEditor *self, const char *id, int step)
{
  NewsEdition *edition;
  int place;

  g_return_val_if_fail (NEWS_IS_EDITOR (self), FALSE);

  edition = news_editor_get_edition (self);
  place = news_edition_find_section (edition, id);

  return place >= 0 && place + step >= 0
         && news_edition_can_move_section (edition, id, (guint) (place + step));
}

void
news_editor_remove (NewsEditor *self, const char *id)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  apply (self, news_edition_remove_section (news_editor_get_edition (self), id),
         /* Translators: the title of a section, or the name of a source */
         g_strdup_printf (_ ("“%s” removed"), get_title (self, id)));
}

void
news_editor_merge (NewsEditor *self, const char *id, const char *into)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  apply (
    self, news_edition_merge_section (news_editor_get_edition (self), id, into),
    /* Translators: the titles of two sections */
    g_strdup_printf (_ ("“%s” merged into “%s”"), get_title (self, id), get_title (self, into)));
}

void
news_editor_move_query (NewsEditor *self, const char *id, guint index, const char *into)
{
  const char *name;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  name = get_query_name (self, id, index);
  apply (self, news_edition_move_query (news_editor_get_edition (self), id, index, into),
         into != NULL
           /* Translators: the name of a source, and the title of a section */
           ? g_strdup_printf (_ ("“%s” moved to “%s”"), name, get_title (self, into))
           /* Translators: the name of a source, and the title of a section */
           : g_strdup_printf (_ ("“%s” removed from “%s”"), name, get_title (self, id)));
}

void
news_editor_remove_source (NewsEditor *self, const char *source)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  apply (self, news_edition_remove_source (news_editor_get_edition (self), source),
         g_strdup_printf (_ ("“%s” removed"), get_source_name (self, source)));
}

void
news_editor_add_offer_async (NewsEditor *self,
                             NewsOffer *offer,
                             GPtrArray *ids,
                             const char *into,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const char *name;
  char *words;
  GTask *task;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  name = offer->find.source->name;
  words = into != NULL
            /* Translators: the name of a source, and the title of a section */
            ? g_strdup_printf (_ ("“%s” added to “%s”"), name, get_title (self, into))
            : g_strdup_printf (_ ("“%s” added"), name);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, news_editor_add_offer_async);
  g_task_set_task_data (task, create_call (self, news_editor_get_edition (self), words, NULL),
                        (GDestroyNotify) free_call);
  news_desk_add_offer_async (self->desk, offer, ids, into, cancellable, offer_added_cb, task);
}

char *
news_editor_add_offer_finish (NewsEditor *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
news_editor_reset (NewsEditor *self)
{
  NewsEdition *former;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  former = news_editor_get_edition (self);
  news_desk_reset_edition_async (
    self->desk, NULL, reset_cb,
    /* Translators: the name of an edition */
    create_call (self, former, g_strdup_printf (_ ("Edition “%s” reset"), former->name), NULL));
}

void
news_editor_take (NewsEditor *self, NewsEdition *edition)
{
  NewsEdition *former;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  former = news_desk_find_edition (self->desk, edition->id);
  news_desk_change_edition_async (
    self->desk, edition, NULL, changed_cb,
    create_call (self, former,
                 /* Translators: the name of an edition */
                 g_strdup_printf (_ ("Edition “%s” imported"), edition->name), edition->id));
}

void
news_editor_subscribe (NewsEditor *self, NewsOpml *opml)
{
  NewsSubscribed sum;
  NewsEdition *changed;
  g_autofree char *sources = NULL;
  g_autofree char *sections = NULL;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  changed = news_subscriptions_add_to (opml, news_editor_get_edition (self), &sum);
  if (changed == NULL)
    {
      news_editor_tell (self, opml->sources->len > 0
                                ? _ ("All of these sources are in the edition already")
                                : _ ("There are no sources in this list"));
      return;
    }

  sources = g_strdup_printf (ngettext ("%u source", "%u sources", sum.sources), sum.sources);
  /* Translators: follows a number of sources that were added */
  sections
    = g_strdup_printf (ngettext ("in %u section", "in %u sections", sum.sections), sum.sections);
  apply (self, changed,
         /* Translators: “3 sources” “in 2 sections” added */
         g_strdup_printf (_ ("%s %s added"), sources, sections));
}

void
news_editor_undo (NewsEditor *self)
{
  g_autoptr (NewsEdition) former = NULL;
  g_autoptr (AdwToast) toast = NULL;

  g_return_if_fail (NEWS_IS_EDITOR (self));

  former = g_steal_pointer (&self->former);
  toast = g_steal_pointer (&self->toast);
  if (former == NULL)
    return;

  adw_toast_dismiss (toast);
  news_desk_change_edition_async (self->desk, former, NULL, changed_cb,
                                  create_call (self, NULL, g_strdup (_ ("Undone")), former->id));
}

void
news_editor_tell (NewsEditor *self, const char *words)
{
  g_return_if_fail (NEWS_IS_EDITOR (self));

  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, create_toast (words));
}
