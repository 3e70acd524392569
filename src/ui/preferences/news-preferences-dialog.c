/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-preferences-dialog.h"

#include "news-storage-group.h"

struct _NewsPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Template children */
  AdwComboRow *interval;
  AdwSwitchRow *at_start;
  AdwSwitchRow *pause_metered;
  AdwSwitchRow *metered;
  AdwComboRow *scheme;
  AdwSpinRow *scale;
  AdwComboRow *face;
  AdwSwitchRow *letters;
  AdwSpinRow *keep;
  AdwSpinRow *keep_number;
  NewsStorageGroup *storage;
};

G_DEFINE_FINAL_TYPE (NewsPreferencesDialog, news_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The values of enumerated keys by their places in the template's lists. */
static const char *const intervals[]
  = { "by-hand", "15-minutes", "30-minutes", "1-hour", "3-hours", "12-hours" };
static const char *const schemes[] = { "system", "light", "dark" };
static const char *const faces[] = { "serif", "sans", "own" };

typedef struct
{
  const char *const *names;
  guint n;
} Names;

static const Names interval_names = { intervals, G_N_ELEMENTS (intervals) };
static const Names scheme_names = { schemes, G_N_ELEMENTS (schemes) };
static const Names face_names = { faces, G_N_ELEMENTS (faces) };

static gboolean
get_place (GValue *value, GVariant *variant, gpointer user_data)
{
  const Names *names = user_data;

  for (guint i = 0; i < names->n; i++)
    if (g_str_equal (names->names[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
set_place (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const Names *names = user_data;
  guint place = g_value_get_uint (value);

  return place < names->n ? g_variant_new_string (names->names[place]) : NULL;
}

static gboolean
get_percent (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);

  return TRUE;
}

static GVariant *
set_percent (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static gboolean
get_number (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_uint32 (variant));

  return TRUE;
}

static GVariant *
set_number (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_uint32 ((guint32) g_value_get_double (value));
}

static void
bind_settings (NewsPreferencesDialog *self, GSettings *settings)
{
  g_settings_bind_with_mapping (settings, "refresh-interval", self->interval, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_place, set_place,
                                (gpointer) &interval_names, NULL);
  g_settings_bind_with_mapping (settings, "color-scheme", self->scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_place, set_place,
                                (gpointer) &scheme_names, NULL);
  g_settings_bind_with_mapping (settings, "text-face", self->face, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_place, set_place,
                                (gpointer) &face_names, NULL);
  g_settings_bind_with_mapping (settings, "text-scale", self->scale, "value",
                                G_SETTINGS_BIND_DEFAULT, get_percent, set_percent, NULL, NULL);
  g_settings_bind_with_mapping (settings, "keep-days", self->keep, "value", G_SETTINGS_BIND_DEFAULT,
                                get_number, set_number, NULL, NULL);
  g_settings_bind_with_mapping (settings, "keep-number", self->keep_number, "value",
                                G_SETTINGS_BIND_DEFAULT, get_number, set_number, NULL, NULL);
  g_settings_bind (settings, "refresh-at-start", self->at_start, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "pause-on-metered", self->pause_metered, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "pictures-on-metered", self->metered, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "letter-keys", self->letters, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
news_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NEWS_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (news_preferences_dialog_parent_class)->dispose (object);
}

static void
news_preferences_dialog_class_init (NewsPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = news_preferences_dialog_dispose;

  g_type_ensure (NEWS_TYPE_STORAGE_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH
                                               "/preferences/news-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, interval);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, at_start);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, pause_metered);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, metered);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, scheme);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, face);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, letters);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, keep_number);
  gtk_widget_class_bind_template_child (widget_class, NewsPreferencesDialog, storage);
}

static void
news_preferences_dialog_init (NewsPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
news_preferences_dialog_new (GSettings *settings, NewsDesk *desk)
{
  NewsPreferencesDialog *self = g_object_new (NEWS_TYPE_PREFERENCES_DIALOG, NULL);

  bind_settings (self, settings);
  if (desk != NULL)
    news_storage_group_show (self->storage, desk);

  return ADW_DIALOG (self);
}
