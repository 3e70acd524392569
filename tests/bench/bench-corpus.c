/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* For nftw() and posix_fadvise(). */
#define _XOPEN_SOURCE 700

#include "bench-corpus.h"

#include "news-corpus-json.h"
#include "news-schema.h"

#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define MANY 300000
#define MANY_QUICKLY 30000
#define GROUP "Corpus"

guint
bench_corpus_get_many (void)
{
  return g_getenv ("BENCH_QUICK") != NULL ? MANY_QUICKLY : MANY;
}

G_GNUC_NORETURN static void
fail (const char *what, GError *error)
{
  g_printerr ("%s: %s\n", what, error->message);
  exit (1);
}

/* --- the file that is kept ----------------------------------------------------------------------
 */

static char *
dup_kept_folder (void)
{
  const char *folder = g_getenv ("BENCH_CORPUS");

  if (folder != NULL)
    return g_strdup (folder);

  return g_build_filename (g_get_user_cache_dir (), "broadsheet-bench", NULL);
}

/* What the generator and the store make of it may differ with their code too: that is for whoever
 * names the folder to know. */
static char *
dup_kept_path (guint articles, const char *suffix)
{
  g_autofree char *folder = dup_kept_folder ();

  return g_strdup_printf ("%s/%u-%u-%u-%u.%s", folder, NEWS_CORPUS_SEED, NEWS_CORPUS_SOURCES,
                          articles, news_schema_get_version (), suffix);
}

static void
write_sums (const NewsCorpusSums *sums, const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_set_uint64 (file, GROUP, "articles", sums->articles);
  g_key_file_set_uint64 (file, GROUP, "topics", sums->topics);
  g_key_file_set_uint64 (file, GROUP, "bookmarks", sums->bookmarks);
  g_key_file_set_uint64 (file, GROUP, "read", sums->read);
  g_key_file_set_uint64 (file, GROUP, "text", sums->text);
  if (!g_key_file_save_to_file (file, path, &error))
    fail (path, error);
}

static gboolean
read_sums (NewsCorpusSums *sums, const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;

  sums->articles = (guint) g_key_file_get_uint64 (file, GROUP, "articles", NULL);
  sums->topics = (guint) g_key_file_get_uint64 (file, GROUP, "topics", NULL);
  sums->bookmarks = (guint) g_key_file_get_uint64 (file, GROUP, "bookmarks", NULL);
  sums->read = (guint) g_key_file_get_uint64 (file, GROUP, "read", NULL);
  sums->text = g_key_file_get_uint64 (file, GROUP, "text", NULL);

  return TRUE;
}

static void
remove_unfinished (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_remove (file);
    }
}

/* The sums are written last: without them the file is not whole. */
static void
make_kept_file (NewsCorpus *corpus, NewsCorpusSums *sums, const char *path, const char *sums_path)
{
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  NewsStore *store;

  remove_unfinished (unfinished);
  store = news_store_open (unfinished, NULL, &error);
  if (store == NULL || !news_corpus_fill (corpus, store, sums, &error))
    fail (unfinished, error);
  news_store_close (store);
  g_object_unref (store);

  if (g_rename (unfinished, path) != 0)
    g_error ("%s can't be renamed", unfinished);
  write_sums (sums, sums_path);
  g_printerr ("Filled a store with %u articles, %.0f MB of text, in %.0f s\n", sums->articles,
              (double) sums->text / 1e6, (double) (g_get_monotonic_time () - start) / 1e6);
}

/* --- a copy of it -------------------------------------------------------------------------------
 */

/* Has all of a file on the disk; @cold: and nothing of it in memory. */
static void
settle_file (const char *path, gboolean cold)
{
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (descriptor == -1 || fsync (descriptor) == -1
      || (cold && posix_fadvise (descriptor, 0, 0, POSIX_FADV_DONTNEED) != 0))
    g_error ("%s can't be settled", path);
  close (descriptor);
}

/* Or else whatever the store has written to the disk would wait for all of the copy. */
static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    fail (to, error);
  settle_file (to, FALSE);
}

static void
write_edition (BenchCorpus *self, const char *address)
{
  g_autofree char *folder = g_build_filename (self->folder, "editions", NULL);
  g_autofree char *path = g_build_filename (folder, NEWS_CORPUS_EDITION ".json", NULL);
  g_autofree char *text
    = news_corpus_dup_edition (self->corpus, address != NULL ? address : "https://news.invalid");
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, text, -1, &error))
    fail (path, error);
}

BenchCorpus *
bench_corpus_new (guint articles, const char *address)
{
  BenchCorpus *self = g_new0 (BenchCorpus, 1);
  g_autofree char *kept = dup_kept_path (articles, "db");
  g_autofree char *sums = dup_kept_path (articles, "sums");
  g_autofree char *kept_folder = dup_kept_folder ();
  GStatBuf status;

  self->corpus = news_corpus_new (NEWS_CORPUS_SEED, NEWS_CORPUS_SOURCES, articles);
  self->root = g_build_filename (kept_folder, "copy-XXXXXX", NULL);
  g_mkdir_with_parents (kept_folder, 0700);
  if (!read_sums (&self->sums, sums))
    make_kept_file (self->corpus, &self->sums, kept, sums);

  if (g_mkdtemp (self->root) == NULL)
    g_error ("%s can't be made", self->root);
  self->folder = g_build_filename (self->root, "broadsheet", NULL);
  self->cache = g_build_filename (self->root, "cache", "broadsheet", NULL);
  g_mkdir (self->folder, 0700);
  self->path = g_build_filename (self->folder, "news.db", NULL);
  copy_file (kept, self->path);
  write_edition (self, address);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  self->size = (guint64) status.st_size;

  return self;
}

static int
remove_cb (const char *path, const struct stat *status, int type, struct FTW *walk)
{
  return g_remove (path);
}

void
bench_corpus_free (BenchCorpus *self)
{
  nftw (self->root, remove_cb, 16, FTW_DEPTH | FTW_PHYS);
  news_corpus_free (self->corpus);
  g_free (self->root);
  g_free (self->folder);
  g_free (self->cache);
  g_free (self->path);
  g_free (self);
}

NewsStore *
bench_corpus_open (BenchCorpus *self)
{
  g_autoptr (GError) error = NULL;
  NewsStore *store = news_store_open (self->path, NULL, &error);

  if (store == NULL)
    fail (self->path, error);

  return store;
}

void
bench_corpus_cool (BenchCorpus *self)
{
  settle_file (self->path, TRUE);
}
