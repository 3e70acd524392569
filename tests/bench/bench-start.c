/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* bench-start [FILE]: how long Broadsheet takes from its start to the first frame full of
 * headlines, on the wall and in CPU time of all its threads, and what memory it takes when it has
 * come to rest, beside the least that an application of its kind takes: both are started in turn,
 * again and again, and the median counts. There is no network. */

#include "bench-corpus.h"
#include "bench-pictures.h"
#include "bench-probe-modes.h"
#include "bench-table.h"
#include "bench-times.h"
#include "news-corpus-json.h"

#include <stdio.h>
#include <string.h>

#define LIMIT_START 1.5
#define LIMIT_REST 1.6
#define LIMIT_ARTICLE 2.0
#define LIMIT_GROWTH 1.3

/* What is started. */
typedef struct
{
  const char *section; /* NULL for the empty window */
  char *story;         /* address of the one to open, or NULL */
  BenchCorpus *corpus; /* borrowed, of those with a section */
  BenchTimes *wall;
  BenchTimes *cpu;
  BenchTimes *memory; /* MB */
} Subject;

typedef enum
{
  EMPTY,
  HOME,
  ALL,
  FEW,
  STORY,
  N_SUBJECTS,
} Which;

/* The programs are where this one is. */
static char *
dup_program (const char *self, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (self);

  return g_build_filename (folder, name, NULL);
}

static GSubprocess *
spawn (Subject *self, const char *program, const char *mode)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *empty = dup_program (program, "bench-empty-window");
  g_autofree char *window = dup_program (program, "bench-window");
  const char *story = self->story != NULL ? self->story : "";
  const char *const nothing[] = { empty, mode, NULL };
  const char *const ours[] = { window, self->section, story, mode, NULL };
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  if (self->corpus != NULL)
    {
      g_autofree char *cache = g_build_filename (self->corpus->root, "cache", NULL);

      g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->corpus->root, TRUE);
      g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", cache, TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, self->section != NULL ? ours : nothing, &error);
  g_assert_no_error (error);

  return process;
}

static void
run (Subject *self, const char *program, const char *mode)
{
  double start = bench_times_get_wall ();
  g_autoptr (GSubprocess) process = spawn (self, program, mode);
  g_autofree char *told = NULL;
  const char *at;
  double wall, cpu, memory;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &told, NULL, NULL));
  if (!g_subprocess_get_successful (process) || (at = strstr (told, "frame ")) == NULL
      || sscanf (at, "frame %lf %lf", &wall, &cpu) != 2)
    {
      g_printerr ("It could not be started: %s\n", told);
      exit (1);
    }

  at = strstr (told, "memory ");
  if (at != NULL && sscanf (at, "memory %lf", &memory) == 1)
    bench_times_add (self->memory, memory / 1024);
  bench_times_add (self->wall, wall / G_USEC_PER_SEC - start);
  bench_times_add (self->cpu, cpu / G_USEC_PER_SEC);
}

/* One start that does not count has all files in the system's cache. */
static void
measure (Subject *subjects, const char *program, guint rounds, guint rests)
{
  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      run (&subjects[i], program, BENCH_PROBE_FRAME);
      g_array_set_size (subjects[i].wall, 0);
      g_array_set_size (subjects[i].cpu, 0);
    }

  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < N_SUBJECTS; i++)
      if (i != STORY)
        run (&subjects[i], program, BENCH_PROBE_FRAME);

  for (guint round = 0; round < rests; round++)
    for (guint i = 0; i < N_SUBJECTS; i++)
      if (i != FEW)
        run (&subjects[i], program, BENCH_PROBE_REST);
}

static void
set_up (Subject *subjects, BenchCorpus *many, BenchCorpus *few)
{
  guint story = bench_pictures_find_long (many->corpus);

  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      subjects[i] = (Subject) { .section = i == ALL ? "all" : NEWS_SECTION_HOME,
                                .corpus = i == FEW ? few : many,
                                .wall = bench_times_new (),
                                .cpu = bench_times_new (),
                                .memory = bench_times_new () };
    }
  subjects[EMPTY].section = NULL;
  subjects[EMPTY].corpus = NULL;
  subjects[STORY].story = g_strdup_printf ("https://source-%u.example/%u/",
                                           news_corpus_get_source (many->corpus, story), story);

  bench_pictures_link (many);
  bench_pictures_link (few);
}

static void
tear_down (Subject *subjects)
{
  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      g_free (subjects[i].story);
      g_array_unref (subjects[i].wall);
      g_array_unref (subjects[i].cpu);
      g_array_unref (subjects[i].memory);
    }
}

static int
print (Subject *subjects, const char *file)
{
  double wall[N_SUBJECTS], cpu[N_SUBJECTS], memory[N_SUBJECTS];

  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      wall[i] = bench_times_get (subjects[i].wall, 50);
      cpu[i] = bench_times_get (subjects[i].cpu, 50);
      /* Few articles are started with, and not left at rest. */
      memory[i] = i != FEW ? bench_times_get (subjects[i].memory, 50) : 0;
    }

  {
    const BenchRow rows[] = {
      { "an empty window, on the wall", wall[EMPTY], wall[EMPTY], 0, NULL },
      { "an empty window, CPU", cpu[EMPTY], cpu[EMPTY], 0, NULL },
      { "start to Home, on the wall", wall[HOME], wall[EMPTY], LIMIT_START, NULL },
      { "start to Home, CPU", cpu[HOME], cpu[EMPTY], LIMIT_START, NULL },
      { "start to a section of all, on the wall", wall[ALL], wall[EMPTY], LIMIT_START, NULL },
      { "start to a section of all, CPU", cpu[ALL], cpu[EMPTY], LIMIT_START, NULL },
      { "start to Home, on the wall, to 3,000", wall[HOME], wall[FEW], LIMIT_GROWTH, NULL },
      { "start to Home, CPU, to 3,000", cpu[HOME], cpu[FEW], LIMIT_GROWTH, NULL },
      { "an empty window at rest", memory[EMPTY], memory[EMPTY], 0, "MB" },
      { "Home at rest", memory[HOME], memory[EMPTY], LIMIT_REST, "MB" },
      { "a section of all at rest", memory[ALL], memory[EMPTY], LIMIT_REST, "MB" },
      { "with a long illustrated article", memory[STORY], memory[EMPTY], LIMIT_ARTICLE, "MB" },
    };

    return bench_table_print (rows, G_N_ELEMENTS (rows), file);
  }
}

int
main (int argc, char *argv[])
{
  gboolean quick = g_getenv ("BENCH_QUICK") != NULL;
  g_autoptr (BenchCorpus) many = bench_corpus_new (bench_corpus_get_many (), NULL);
  g_autoptr (BenchCorpus) few = bench_corpus_new (BENCH_CORPUS_FEW, NULL);
  Subject subjects[N_SUBJECTS];
  int status;

  set_up (subjects, many, few);
  measure (subjects, argv[0], quick ? 3 : 11, quick ? 1 : 3);
  status = print (subjects, argc > 1 ? argv[1] : NULL);
  tear_down (subjects);

  return status;
}
