/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-wreck.h"

#include "news-wreck-statuses.h"
#include "news-wreck-story.h"

struct _NewsWreck
{
  NewsDatabase *database;
  GHashTable *sources; /* Source, by its number, where it begins */
  GHashTable *remotes; /* Remote, by its identity, where it begins; NULL until the table failed */
};

typedef struct
{
  gint64 number;
  char *name;
  char *title;
} Source;

typedef struct
{
  gint64 identity;
  gint64 source;
  char *remote;
} Remote;

static void
free_source (Source *source)
{
  g_free (source->name);
  g_free (source->title);
  g_free (source);
}

static void
free_remote (Remote *remote)
{
  g_free (remote->remote);
  g_free (remote);
}

static void
add_remotes (NewsWreck *self, const char *sql)
{
  NewsStatement *statement = news_database_prepare (self->database, sql);

  while (news_statement_next (statement))
    {
      Remote *remote = g_new (Remote, 1);

      remote->identity = news_statement_get_int (statement, 0);
      remote->source = news_statement_get_int (statement, 1);
      remote->remote = news_statement_dup_text (statement, 2);
      g_hash_table_replace (self->remotes, &remote->identity, remote);
    }
  news_database_forgive (self->database);
}

static const Remote *
find_remote (NewsWreck *self, gint64 identity)
{
  if (self->remotes == NULL)
    {
      self->remotes
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) free_remote);
      add_remotes (self, "SELECT id, source, remote FROM identities"
                         " INDEXED BY identities_by_remote ORDER BY source, remote");
      add_remotes (self, "SELECT id, source, remote FROM identities"
                         " INDEXED BY identities_by_remote ORDER BY source DESC, remote DESC");
    }

  return g_hash_table_lookup (self->remotes, &identity);
}

/* The name of a source by its index, which has no title. */
static char *
find_source_name (NewsWreck *self, gint64 source)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT id, name FROM sources"
                                             " INDEXED BY sources_by_name ORDER BY name");
  char *name = NULL;

  while (name == NULL && news_statement_next (statement))
    if (news_statement_get_int (statement, 0) == source)
      name = news_statement_dup_text (statement, 1);
  news_statement_end (statement);
  news_database_forgive (self->database);

  return name;
}

static const Source *
find_source (NewsWreck *self, gint64 number)
{
  Source *source = g_hash_table_lookup (self->sources, &number);
  NewsStatement *statement;

  if (source != NULL)
    return source;

  source = g_new0 (Source, 1);
  source->number = number;
  statement
    = news_database_prepare (self->database, "SELECT name, title FROM sources WHERE id = ?");
  news_statement_bind_int (statement, 1, number);
  if (news_statement_next (statement))
    {
      source->name = news_statement_dup_text (statement, 0);
      source->title = news_statement_dup_text (statement, 1);
    }
  news_database_forgive (self->database);

  if (source->name == NULL)
    source->name = find_source_name (self, number);
  g_hash_table_add (self->sources, source);

  return source;
}

NewsWreck *
news_wreck_open (const char *path)
{
  g_autoptr (NewsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  NewsWreck *self;

  /* Where not even the list of tables can be read, all else would be tried in vain. */
  database = news_database_open (path, NEWS_DATABASE_WRECK, &error);
  if (database != NULL)
    news_statement_run (news_database_prepare (database, "SELECT 1 FROM sqlite_schema"));
  if (database == NULL || !news_database_check (database, &error))
    {
      g_debug ("Nothing of %s can be read: %s", path, error->message);
      return NULL;
    }

  self = g_new0 (NewsWreck, 1);
  self->database = g_steal_pointer (&database);
  self->sources
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, (GDestroyNotify) free_source, NULL);

  return self;
}

void
news_wreck_close (NewsWreck *self)
{
  g_clear_pointer (&self->remotes, g_hash_table_unref);
  g_hash_table_unref (self->sources);
  news_database_close (self->database);
  g_free (self);
}

GArray *
news_wreck_read_statuses (NewsWreck *self)
{
  return news_wreck_statuses_read (self->database);
}

/* The row of the source of @identity, and *@remote; 0 where it can't be read. */
static gint64
read_identity (NewsWreck *self, gint64 identity, char **remote)
{
  NewsStatement *statement
    = news_database_prepare (self->database, "SELECT source, remote FROM identities WHERE id = ?");
  gint64 source = 0;

  news_statement_bind_int (statement, 1, identity);
  if (news_statement_next (statement))
    {
      source = news_statement_get_int (statement, 0);
      *remote = news_statement_dup_text (statement, 1);
    }
  news_statement_end (statement);

  if (news_database_has_failed (self->database))
    {
      const Remote *found;

      news_database_forgive (self->database);
      found = find_remote (self, identity);
      source = found != NULL ? found->source : 0;
      *remote = found != NULL ? g_strdup (found->remote) : NULL;
    }

  return source;
}

NewsWreckIdentity *
news_wreck_get_identity (NewsWreck *self, gint64 identity)
{
  g_autoptr (NewsWreckIdentity) found = g_new0 (NewsWreckIdentity, 1);
  const Source *source = find_source (self, read_identity (self, identity, &found->remote));

  found->source = g_strdup (source->name);
  found->title = g_strdup (source->title);

  return found->source != NULL && found->remote != NULL ? g_steal_pointer (&found) : NULL;
}

void
news_wreck_identity_free (NewsWreckIdentity *self)
{
  g_free (self->source);
  g_free (self->title);
  g_free (self->remote);
  g_free (self);
}

NewsStory *
news_wreck_get_story (NewsWreck *self, gint64 identity)
{
  return news_wreck_story_read (self->database, identity);
}
