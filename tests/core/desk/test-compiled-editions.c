/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "config.h"

#include "news-compiled-editions.h"
#include "news-editions.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAPER(name)                                                                        \
  "{ \"format\": 1, \"id\": \"mine\", \"name\": \"" name "\", \"language\": \"fr\","       \
  "  \"city\": \"Paris\", \"timezone\": \"Europe/Paris\","                                 \
  "  \"sections\": [ { \"id\": \"une\", \"title\": \"Une\", \"queries\": [ \"one\" ] } ]," \
  "  \"sources\": [ { \"id\": \"one\", \"name\": \"Un\", \"api\": \"feed\","               \
  "    \"parameters\": { \"feed\": \"https://one.example/\" } } ] }"

/* A folder of a person's own editions, and one for the cache, which is not there yet. */
typedef struct
{
  char *top;
  char *editions;
  char *json; /* the edition's file */
  char *cache;
  char *file;
} Folders;

static void
set_up (Folders *self, gconstpointer data)
{
  self->top = g_dir_make_tmp ("compiled-XXXXXX", NULL);
  self->editions = g_build_filename (self->top, "editions", NULL);
  self->json = g_build_filename (self->editions, "mine.json", NULL);
  self->cache = g_build_filename (self->top, "cache", "deeper", NULL);
  self->file = g_build_filename (self->cache, "compiled-editions", NULL);
  g_assert_cmpint (g_mkdir (self->editions, 0700), ==, 0);
}

static void
tear_down (Folders *self, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (self->cache);

  g_unlink (self->json);
  g_unlink (self->file);
  g_rmdir (self->editions);
  g_rmdir (self->cache);
  g_rmdir (parent);
  g_assert_cmpint (g_rmdir (self->top), ==, 0);
  g_free (self->top);
  g_free (self->editions);
  g_free (self->json);
  g_free (self->cache);
  g_free (self->file);
}

static GBytes *
get_json (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static NewsEdition *
parse (const char *text)
{
  g_autoptr (GBytes) json = get_json (text);

  return news_edition_new_from_bytes (json, "mine.json", NULL);
}

/* Has the file say that @text is the edition that @other is the text of: so a test sees whether it
 * was looked at, or the text parsed. */
static void
plant (Folders *self, const char *text, const char *other)
{
  g_autoptr (NewsCompiledEditions) compiled = news_compiled_editions_read (self->cache);
  g_autoptr (GBytes) json = get_json (text);
  g_autoptr (NewsEdition) edition = parse (other);

  news_compiled_editions_add (compiled, json, edition);
  news_compiled_editions_write (compiled);
  g_assert_true (g_file_test (self->file, G_FILE_TEST_EXISTS));
}

/* The name of the edition that the file has for @text, or NULL. */
static char *
dup_found (Folders *self, const char *text)
{
  g_autoptr (NewsCompiledEditions) compiled = news_compiled_editions_read (self->cache);
  g_autoptr (GBytes) json = get_json (text);
  g_autoptr (NewsEdition) edition = news_compiled_editions_find (compiled, json);

  return edition != NULL ? g_strdup (edition->name) : NULL;
}

/* What a start has the edition's name to be. */
static char *
dup_loaded (Folders *self, const char *sample)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) editions = news_editions_load (self->editions, self->cache, sample, faults);
  char *name = NULL;

  g_assert_cmpuint (faults->len, ==, 0);
  for (guint i = 0; i < editions->len; i++)
    {
      NewsEdition *edition = g_ptr_array_index (editions, i);

      if (strcmp (edition->id, "mine") == 0)
        name = g_strdup (edition->name);
    }

  return name;
}

static void
keep (Folders *self, const char *text)
{
  g_assert_true (g_file_set_contents (self->json, text, -1, NULL));
}

static void
assert_name (char *name, const char *expected)
{
  g_autofree char *owned = name;

  g_assert_cmpstr (owned, ==, expected);
}

/* --- */

static void
test_second_start (Folders *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GStatBuf first, second;

  keep (self, PAPER ("Mine"));
  assert_name (dup_loaded (self, NULL), "Mine");
  assert_name (dup_found (self, PAPER ("Mine")), "Mine");
  g_assert_cmpint (g_stat (self->file, &first), ==, 0);

  /* Nothing changed, so that nothing is written. */
  assert_name (dup_loaded (self, NULL), "Mine");
  g_assert_cmpint (g_stat (self->file, &second), ==, 0);
  g_assert_cmpuint (first.st_ino, ==, second.st_ino);
  g_assert_cmpint (first.st_mtim.tv_nsec, ==, second.st_mtim.tv_nsec);

  /* The text is not parsed. */
  plant (self, PAPER ("Mine"), PAPER ("Planted"));
  assert_name (dup_loaded (self, NULL), "Planted");
  assert_name (dup_found (self, PAPER ("Mine")), "Planted");
}

static void
test_shipped (Folders *self, gconstpointer data)
{
  g_autoptr (GPtrArray) parsed = news_editions_load (NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) first = news_editions_load (NULL, self->cache, NULL, NULL);
  g_autoptr (GPtrArray) second = news_editions_load (NULL, self->cache, NULL, NULL);

  g_assert_cmpuint (parsed->len, ==, 2);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (second->len, ==, 2);
  for (guint i = 0; i < parsed->len; i++)
    {
      g_autoptr (GBytes) bytes = news_edition_to_bytes (g_ptr_array_index (parsed, i));
      g_autoptr (GBytes) again = news_edition_to_bytes (g_ptr_array_index (second, i));

      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_changed (Folders *self, gconstpointer data)
{
  plant (self, PAPER ("Mine"), PAPER ("Planted"));
  keep (self, PAPER ("Mina"));
  assert_name (dup_loaded (self, NULL), "Mina");

  /* What was of the former text is gone. */
  assert_name (dup_found (self, PAPER ("Mina")), "Mina");
  assert_name (dup_found (self, PAPER ("Mine")), NULL);
}

static void
test_gone (Folders *self, gconstpointer data)
{
  keep (self, PAPER ("Mine"));
  assert_name (dup_loaded (self, NULL), "Mine");
  g_unlink (self->json);
  assert_name (dup_loaded (self, NULL), NULL);
  assert_name (dup_found (self, PAPER ("Mine")), NULL);
}

/* Where nothing is wanted there is no file. */
static void
test_nothing (Folders *self, gconstpointer data)
{
  g_autoptr (NewsCompiledEditions) compiled = NULL;

  plant (self, PAPER ("Mine"), PAPER ("Mine"));
  compiled = news_compiled_editions_read (self->cache);
  news_compiled_editions_write (compiled);
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
}

/* Its address is another each time. */
static void
test_sample (Folders *self, gconstpointer data)
{
  keep (self, PAPER (NEWS_EDITIONS_SAMPLE));
  assert_name (dup_loaded (self, "http://127.0.0.1:1/"), "http://127.0.0.1:1/");
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
  assert_name (dup_loaded (self, NULL), NULL);
  assert_name (dup_found (self, PAPER (NEWS_EDITIONS_SAMPLE)), NULL);
  assert_name (dup_loaded (self, "http://127.0.0.1:2/"), "http://127.0.0.1:2/");
}

/* Each start tells of it, and the others are kept all the same. */
static void
test_fault (Folders *self, gconstpointer data)
{
  keep (self, "{ \"format\": 1, ");
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) editions
        = news_editions_load (self->editions, self->cache, NULL, faults);

      g_assert_cmpuint (editions->len, ==, 2);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), "mine.json"));
      g_assert_true (g_file_test (self->file, G_FILE_TEST_EXISTS));
    }
}

static void
test_unwritable (Folders *self, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (self->cache);

  keep (self, PAPER ("Mine"));

  /* A file is where the folder is to be. */
  g_assert_true (g_file_set_contents (parent, "", -1, NULL));
  assert_name (dup_loaded (self, NULL), "Mine");
  assert_name (dup_loaded (self, NULL), "Mine");
  g_unlink (parent);

  /* A folder is where the file is to be. */
  g_assert_cmpint (g_mkdir_with_parents (self->file, 0700), ==, 0);
  assert_name (dup_loaded (self, NULL), "Mine");
  assert_name (dup_loaded (self, NULL), "Mine");
  g_rmdir (self->file);
}

static void
test_version (Folders *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  plant (self, PAPER ("Mine"), PAPER ("Planted"));
  g_assert_true (g_file_get_contents (self->file, &bytes, &size, NULL));
  g_assert_true (g_str_has_prefix (bytes, VERSION));
  bytes[0]++;
  g_assert_true (g_file_set_contents (self->file, bytes, (gssize) size, NULL));
  assert_name (dup_found (self, PAPER ("Mine")), NULL);

  keep (self, PAPER ("Mine"));
  assert_name (dup_loaded (self, NULL), "Mine");
  assert_name (dup_found (self, PAPER ("Mine")), "Mine");
}

/* What is found in a damaged file is the edition, or nothing. */
static void
check_damaged (Folders *self, const char *bytes, gsize size)
{
  g_autoptr (NewsCompiledEditions) compiled = NULL;
  g_autoptr (GBytes) json = get_json (PAPER ("Mine"));
  g_autoptr (NewsEdition) edition = NULL;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (NewsEdition) planted = parse (PAPER ("Planted"));

  g_assert_true (g_file_set_contents_full (self->file, bytes, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  compiled = news_compiled_editions_read (self->cache);
  edition = news_compiled_editions_find (compiled, json);
  if (edition == NULL)
    return;

  found = news_edition_to_bytes (edition);
  expected = news_edition_to_bytes (planted);
  g_assert_true (g_bytes_equal (found, expected));
}

static void
test_damage (Folders *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  plant (self, PAPER ("Mine"), PAPER ("Planted"));
  g_assert_true (g_file_get_contents (self->file, &bytes, &size, NULL));

  for (gsize length = 0; length < size; length++)
    check_damaged (self, bytes, length);
  for (gsize place = 0; place < size; place++)
    {
      char flip = (char) (1 << place % 8);

      bytes[place] ^= flip;
      check_damaged (self, bytes, size);
      bytes[place] ^= flip;
    }
}

#define ADD(path, test) g_test_add (path, Folders, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/compiled-editions/second-start", test_second_start);
  ADD ("/compiled-editions/shipped", test_shipped);
  ADD ("/compiled-editions/changed", test_changed);
  ADD ("/compiled-editions/gone", test_gone);
  ADD ("/compiled-editions/nothing", test_nothing);
  ADD ("/compiled-editions/sample", test_sample);
  ADD ("/compiled-editions/fault", test_fault);
  ADD ("/compiled-editions/unwritable", test_unwritable);
  ADD ("/compiled-editions/version", test_version);
  ADD ("/compiled-editions/damage", test_damage);

  return g_test_run ();
}
