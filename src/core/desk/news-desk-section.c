/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-desk-section.h"

#include <glib/gi18n-lib.h>

struct _NewsDeskSection
{
  GObject parent_instance;

  /* Owned */
  NewsSection *section;
  char *problem;
  char *keyless; /* id of a source, or NULL */

  guint unread;
  gboolean refreshing;
  gboolean extending;
  gboolean ended;
  gboolean unreachable;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_ICON_NAME,
  PROP_GROUP,
  PROP_UNREAD,
  PROP_REFRESHING,
  PROP_EXTENDING,
  PROP_PROBLEM,
} Property;

static GParamSpec *properties[PROP_PROBLEM + 1];

G_DEFINE_FINAL_TYPE (NewsDeskSection, news_desk_section, G_TYPE_OBJECT)

static void
set_boolean (NewsDeskSection *self, gboolean *member, gboolean value, Property property)
{
  if (*member == !!value)
    return;

  *member = !!value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* One source's own words; of several, also which. What a reader can do something about comes first.
 */
static char *
dup_problem (const NewsStanding *standing)
{
  const GError *error = standing->wish != NULL ? standing->wish : standing->error;
  NewsSource *source = standing->wish != NULL ? standing->keyless : standing->source;
  g_autofree char *others = NULL;
  guint more;

  if (error == NULL)
    return NULL;
  if (standing->queries == 1)
    return g_strdup (error->message);

  more = standing->failed - 1;
  if (more == 0)
    /* Translators: the name of a source, and a sentence that says what failed */
    return g_strdup_printf (C_ ("failure of a source", "%s: %s"), source->name, error->message);

  others = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u more source failed.", "%u more sources failed.", more), more);

  /* Translators: the name of a source, a sentence on what failed, and a sentence that counts others
   */
  return g_strdup_printf (C_ ("failure of a source", "%s: %s %s"), source->name, error->message,
                          others);
}

static void
news_desk_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NewsDeskSection *self = NEWS_DESK_SECTION (object);

  switch ((Property) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->section->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->section->icon);
      break;
    case PROP_GROUP:
      g_value_set_string (value, self->section->group);
      break;
    case PROP_UNREAD:
      g_value_set_uint (value, self->unread);
      break;
    case PROP_REFRESHING:
      g_value_set_boolean (value, self->refreshing);
      break;
    case PROP_EXTENDING:
      g_value_set_boolean (value, self->extending);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
news_desk_section_finalize (GObject *object)
{
  NewsDeskSection *self = NEWS_DESK_SECTION (object);

  g_clear_pointer (&self->section, news_section_unref);
  g_free (self->problem);
  g_free (self->keyless);

  G_OBJECT_CLASS (news_desk_section_parent_class)->finalize (object);
}

static void
news_desk_section_class_init (NewsDeskSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = news_desk_section_get_property;
  object_class->finalize = news_desk_section_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_UNREAD] = g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, flags);
  properties[PROP_EXTENDING] = g_param_spec_boolean ("extending", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
news_desk_section_init (NewsDeskSection *self)
{
}

NewsDeskSection *
news_desk_section_new (NewsSection *section)
{
  NewsDeskSection *self = g_object_new (NEWS_TYPE_DESK_SECTION, NULL);

  self->section = news_section_ref (section);

  return self;
}

NewsSection *
news_desk_section_get_section (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), NULL);

  return self->section;
}

guint
news_desk_section_get_unread (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), 0);

  return self->unread;
}

gboolean
news_desk_section_get_refreshing (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), FALSE);

  return self->refreshing;
}

gboolean
news_desk_section_get_extending (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), FALSE);

  return self->extending;
}

gboolean
news_desk_section_get_ended (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), FALSE);

  return self->ended;
}

const char *
news_desk_section_get_problem (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), NULL);

  return self->problem;
}

gboolean
news_desk_section_is_unreachable (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), FALSE);

  return self->unreachable;
}

const char *
news_desk_section_get_keyless (NewsDeskSection *self)
{
  g_return_val_if_fail (NEWS_IS_DESK_SECTION (self), NULL);

  return self->keyless;
}

void
news_desk_section_set_unread (NewsDeskSection *self, guint unread)
{
  g_return_if_fail (NEWS_IS_DESK_SECTION (self));

  if (self->unread == unread)
    return;

  self->unread = unread;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

void
news_desk_section_set_standing (NewsDeskSection *self, const NewsStanding *standing)
{
  g_autofree char *problem = NULL;
  gboolean changed;

  g_return_if_fail (NEWS_IS_DESK_SECTION (self));

  problem = dup_problem (standing);
  self->ended = standing->ended;
  self->unreachable = standing->failed > 0 && standing->failed == standing->queries
                      && standing->keyless == NULL && standing->error->domain == NEWS_NET_ERROR;
  set_boolean (self, &self->extending, standing->extending, PROP_EXTENDING);
  changed = g_set_str (&self->keyless, standing->keyless != NULL ? standing->keyless->id : NULL);
  if (g_set_str (&self->problem, problem) || changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  set_boolean (self, &self->refreshing, standing->refreshing, PROP_REFRESHING);
}
