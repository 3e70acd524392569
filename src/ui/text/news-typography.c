/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-typography.h"

#include <math.h>

/* Some 66 letters, or 36 Han characters. */
#define MEASURE 640

#define LEADING 1.5

struct _NewsTypography
{
  GObject parent_instance;

  /* Owned */
  char *family;

  double size;
  double leading;
  int measure;
  gboolean justify;
  gboolean hyphenate;
  gboolean indent;
  gboolean drop_cap;
};

/* What the settings have of it. */
static const char *const keys[] = { "text-face", "text-font", "text-scale", "leading", "measure",
                                    "justify",   "hyphenate", "indent",     "drop-cap" };

typedef enum
{
  PROP_FAMILY = 1,
  PROP_SIZE,
  PROP_LEADING,
  PROP_MEASURE,
  PROP_JUSTIFY,
  PROP_HYPHENATE,
  PROP_INDENT,
  PROP_DROP_CAP,
} Property;

static GParamSpec *properties[PROP_DROP_CAP + 1];

G_DEFINE_FINAL_TYPE (NewsTypography, news_typography, G_TYPE_OBJECT)

static void
news_typography_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsTypography *self = NEWS_TYPOGRAPHY (object);

  switch ((Property) id)
    {
    case PROP_FAMILY:
      g_value_set_string (value, self->family);
      break;
    case PROP_SIZE:
      g_value_set_double (value, self->size);
      break;
    case PROP_LEADING:
      g_value_set_double (value, self->leading);
      break;
    case PROP_MEASURE:
      g_value_set_int (value, self->measure);
      break;
    case PROP_JUSTIFY:
      g_value_set_boolean (value, self->justify);
      break;
    case PROP_HYPHENATE:
      g_value_set_boolean (value, self->hyphenate);
      break;
    case PROP_INDENT:
      g_value_set_boolean (value, self->indent);
      break;
    case PROP_DROP_CAP:
      g_value_set_boolean (value, self->drop_cap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
set_double (double *member, const GValue *value)
{
  double before = *member;

  *member = g_value_get_double (value);

  return *member < before || *member > before;
}

static gboolean
set_boolean (gboolean *member, const GValue *value)
{
  gboolean before = *member;

  *member = g_value_get_boolean (value);

  return *member != before;
}

static gboolean
set_measure (NewsTypography *self, int measure)
{
  int before = self->measure;

  self->measure = measure;

  return measure != before;
}

static void
news_typography_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NewsTypography *self = NEWS_TYPOGRAPHY (object);
  gboolean changed = FALSE;

  switch ((Property) id)
    {
    case PROP_FAMILY:
      changed = g_set_str (&self->family, g_value_get_string (value));
      break;
    case PROP_SIZE:
      changed = set_double (&self->size, value);
      break;
    case PROP_LEADING:
      changed = set_double (&self->leading, value);
      break;
    case PROP_MEASURE:
      changed = set_measure (self, g_value_get_int (value));
      break;
    case PROP_JUSTIFY:
      changed = set_boolean (&self->justify, value);
      break;
    case PROP_HYPHENATE:
      changed = set_boolean (&self->hyphenate, value);
      break;
    case PROP_INDENT:
      changed = set_boolean (&self->indent, value);
      break;
    case PROP_DROP_CAP:
      changed = set_boolean (&self->drop_cap, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
news_typography_finalize (GObject *object)
{
  g_free (NEWS_TYPOGRAPHY (object)->family);

  G_OBJECT_CLASS (news_typography_parent_class)->finalize (object);
}

static void
news_typography_class_init (NewsTypographyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_typography_get_property;
  object_class->set_property = news_typography_set_property;
  object_class->finalize = news_typography_finalize;

  properties[PROP_FAMILY] = g_param_spec_string ("family", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_double ("size", NULL, NULL, 0.5, 4, 1, flags);
  properties[PROP_LEADING] = g_param_spec_double ("leading", NULL, NULL, 1, 3, LEADING, flags);
  properties[PROP_MEASURE] = g_param_spec_int ("measure", NULL, NULL, 200, 4000, MEASURE, flags);
  properties[PROP_JUSTIFY] = g_param_spec_boolean ("justify", NULL, NULL, FALSE, flags);
  properties[PROP_HYPHENATE] = g_param_spec_boolean ("hyphenate", NULL, NULL, TRUE, flags);
  properties[PROP_INDENT] = g_param_spec_boolean ("indent", NULL, NULL, FALSE, flags);
  properties[PROP_DROP_CAP] = g_param_spec_boolean ("drop-cap", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
news_typography_init (NewsTypography *self)
{
  self->size = 1;
  self->leading = LEADING;
  self->measure = MEASURE;
  self->hyphenate = TRUE;
}

NewsTypography *
news_typography_new (void)
{
  return g_object_new (NEWS_TYPE_TYPOGRAPHY, NULL);
}

/* Of this key, the value in pixels is an enumerated one's. */
static gboolean
get_measure (GValue *value, GVariant *variant, gpointer settings)
{
  g_value_set_int (value, g_settings_get_enum (settings, "measure"));

  return TRUE;
}

void
news_typography_bind (NewsTypography *self, GSettings *settings)
{
  g_return_if_fail (NEWS_IS_TYPOGRAPHY (self));

  g_settings_bind (settings, "text-scale", self, "size", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "justify", self, "justify", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "hyphenate", self, "hyphenate", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "leading", self, "leading", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "indent", self, "indent", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "drop-cap", self, "drop-cap", G_SETTINGS_BIND_GET);
  g_settings_bind_with_mapping (settings, "measure", self, "measure", G_SETTINGS_BIND_GET,
                                get_measure, NULL, settings, NULL);
}

void
news_typography_step_size (GSettings *settings, int steps)
{
  double size = g_settings_get_double (settings, "text-scale") + steps * NEWS_TYPOGRAPHY_STEP;

  /* Whole percents, or ten steps would not be one. */
  size = steps != 0 ? round (size * 100) / 100 : 1;
  g_settings_set_double (settings, "text-scale",
                         CLAMP (size, NEWS_TYPOGRAPHY_SMALLEST, NEWS_TYPOGRAPHY_LARGEST));
}

gboolean
news_typography_is_changed (GSettings *settings)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (settings, keys[i]);
      g_autoptr (GVariant) usual = g_settings_get_default_value (settings, keys[i]);

      if (!g_variant_equal (value, usual))
        return TRUE;
    }

  return FALSE;
}

void
news_typography_reset (GSettings *settings)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

const char *
news_typography_get_family (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), NULL);

  return self->family;
}

double
news_typography_get_size (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), 1);

  return self->size;
}

double
news_typography_get_leading (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), LEADING);

  return self->leading;
}

int
news_typography_get_measure (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), MEASURE);

  return self->measure;
}

gboolean
news_typography_get_justify (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), FALSE);

  return self->justify;
}

gboolean
news_typography_get_hyphenate (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), TRUE);

  return self->hyphenate;
}

gboolean
news_typography_get_indent (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), FALSE);

  return self->indent;
}

gboolean
news_typography_get_drop_cap (NewsTypography *self)
{
  g_return_val_if_fail (NEWS_IS_TYPOGRAPHY (self), FALSE);

  return self->drop_cap;
}
