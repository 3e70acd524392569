/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-source-health-group.h"

#include "news-when.h"

#include <glib/gi18n.h>

struct _NewsSourceHealthGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template children */
  AdwActionRow *state;
  AdwActionRow *problem;
  AdwActionRow *answered;
  AdwActionRow *due;
  AdwActionRow *taken;
  AdwActionRow *today;
  GtkWidget *try_now;

  /* Owned */
  NewsDesk *desk;
  char *id;
  GCancellable *cancellable;
  gboolean is_reading;
  gboolean read_again;
};

G_DEFINE_FINAL_TYPE (NewsSourceHealthGroup, news_source_health_group, ADW_TYPE_PREFERENCES_GROUP)

static void read_health (NewsSourceHealthGroup *self);

static void
set_row (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static char *
dup_state (const NewsSourceHealth *health)
{
  g_autofree char *until = NULL;

  switch (health->health)
    {
    case NEWS_HEALTH_NEW:
      return g_strdup (_ ("It was not asked yet."));
    case NEWS_HEALTH_ASKING:
      return g_strdup (_ ("It is being asked…"));
    case NEWS_HEALTH_WELL:
      return g_strdup (_ ("It answers."));
    case NEWS_HEALTH_PARTLY:
      /* Translators: of a source's sections, such as "2 of 5" */
      return g_strdup_printf (_ ("It answers in part: %u of %u sections fail."), health->failing,
                              health->queries);
    case NEWS_HEALTH_FAILING:
      return g_strdup (_ ("It does not answer as it should."));
    case NEWS_HEALTH_WAITING:
      until = news_when_dup_long (health->forbidden_until);
      /* Translators: a date and a time of day */
      return g_strdup_printf (_ ("It wants to be left alone until %s."), until);
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_taken (const NewsSourceHealth *health)
{
  g_autofree char *size = g_format_size (health->bytes);

  return g_strdup_printf (
    /* Translators: the second is an amount of data, such as 1.2 MB */
    g_dngettext (GETTEXT_PACKAGE, "%u article, %s", "%u articles, %s", health->articles),
    health->articles, size);
}

static char *
dup_today (const NewsSourceHealth *health)
{
  if (health->limit > 0)
    /* Translators: requests to a source, and how many it allows a day */
    return g_strdup_printf (_ ("%u of %u"), health->today, health->limit);

  return g_strdup_printf ("%u", health->today);
}

static void
show (NewsSourceHealthGroup *self, const NewsSourceHealth *health)
{
  g_autofree char *state = dup_state (health);
  g_autofree char *answered = news_when_dup_long (health->answered);
  g_autofree char *due = news_when_dup_long (health->due);
  g_autofree char *taken = dup_taken (health);
  g_autofree char *today = dup_today (health);

  set_row (self->state, state);
  set_row (self->problem, health->problem);
  set_row (self->answered, answered != NULL ? answered : _ ("Never"));
  set_row (self->due, due != NULL ? due : _ ("When you ask for it"));
  set_row (self->taken, taken);
  set_row (self->today, today);
  gtk_widget_set_sensitive (self->try_now, health->health != NEWS_HEALTH_ASKING
                                             && health->health != NEWS_HEALTH_WAITING);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
health_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NewsSourceHealthGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsSourceHealth) health
    = news_desk_get_health_finish (NEWS_DESK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_reading = FALSE;
  if (health != NULL)
    show (self, health);
  else
    /* The page tells the rest; that the store can't be read is told by the window. */
    g_debug ("Health: %s", error->message);
  if (self->read_again)
    read_health (self);
}

/* One question at a time: while a round goes on there would be hundreds. */
static void
read_health (NewsSourceHealthGroup *self)
{
  self->read_again = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  news_desk_get_health_async (self->desk, self->id, self->cancellable, health_cb,
                              g_object_ref (self));
}

static void
try_cb (NewsSourceHealthGroup *self)
{
  news_desk_try_source (self->desk, self->id);
}

static void
news_source_health_group_dispose (GObject *object)
{
  NewsSourceHealthGroup *self = NEWS_SOURCE_HEALTH_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_SOURCE_HEALTH_GROUP);

  G_OBJECT_CLASS (news_source_health_group_parent_class)->dispose (object);
}

static void
news_source_health_group_class_init (NewsSourceHealthGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_source_health_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH
                                               "/sources/news-source-health-group.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, state);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, problem);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, answered);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, due);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, taken);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, today);
  gtk_widget_class_bind_template_child (widget_class, NewsSourceHealthGroup, try_now);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
}

static void
news_source_health_group_init (NewsSourceHealthGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->cancellable = g_cancellable_new ();
}

void
news_source_health_group_show (NewsSourceHealthGroup *self, NewsDesk *desk, const char *id)
{
  g_return_if_fail (NEWS_IS_SOURCE_HEALTH_GROUP (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->id = g_strdup (id);
  g_signal_connect_object (desk, "notify::progress", G_CALLBACK (read_health), self,
                           G_CONNECT_SWAPPED);
  read_health (self);
}
