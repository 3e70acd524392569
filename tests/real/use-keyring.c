/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-keyring.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* use-keyring store SOURCE PARAMETER SECRET | lookup SOURCE PARAMETER | remove SOURCE PARAMETER …:
 * does that one after the other, with one keyring, and prints a line each: "stored", "removed",
 * "failed: WORDS", "none" or "found SECRET", and before that "lasting" or "passing". */

typedef struct
{
  int argc;
  char **argv;
} Words;

static void
answer (NewsKeyring *keyring, const char *what, const char *secret, GError *error)
{
  printf ("%s ", news_keyring_is_lasting (keyring) ? "lasting" : "passing");
  if (error != NULL)
    printf ("failed: %s\n", error->message);
  else
    printf ("%s%s\n", what, secret != NULL ? secret : "");
  fflush (stdout);
}

/* Returns how many words it took. */
static int
follow (NewsKeyring *keyring, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = NULL;

  if (strcmp (words[0], "store") == 0)
    {
      news_keyring_store (keyring, words[1], words[2], "A label", words[3], NULL, &error);
      answer (keyring, "stored", NULL, error);
      return 4;
    }
  if (strcmp (words[0], "lookup") == 0)
    {
      secret = news_keyring_lookup (keyring, words[1], words[2], NULL, &error);
      answer (keyring, secret != NULL ? "found " : "none", secret, error);
      return 3;
    }

  news_keyring_remove (keyring, words[1], words[2], NULL, &error);
  answer (keyring, "removed", NULL, error);

  return 3;
}

/* On a worker, as in the application. */
static gpointer
follow_all (gpointer data)
{
  Words *words = data;
  g_autoptr (NewsKeyring) keyring = news_keyring_new ();

  for (int i = 1; i < words->argc;)
    i += follow (keyring, words->argv + i);

  return NULL;
}

int
main (int argc, char *argv[])
{
  Words words = { argc, argv };

  g_thread_join (g_thread_new ("keyring", follow_all, &words));

  return EXIT_SUCCESS;
}
