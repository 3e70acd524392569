/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

/* Checks every content file against src/sample/README.md; all that is wrong is told at once. The
 * environment variable SAMPLE_CONTENT names another folder with en/ and zh/ than the project's. */

#include "news-sample-content.h"
#include "sample-body.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define DAY (24 * 60)
#define SECTION_SIZE 6

typedef struct
{
  gboolean chinese;
  const char *language;
  GPtrArray *faults;   /* char* */
  GHashTable *ids;     /* char*, of all stories */
  GHashTable *topics;  /* char* to GUINT_TO_POINTER */
  GHashTable *outlets; /* char* */
  SampleBody *all;     /* every body */
  guint n_illustrated; /* stories with a picture in the body */
  guint n_long;
  guint n_reading_on; /* that end in links to others */
  guint n_summed_up;  /* that have points */
  gint64 oldest;
} Check;

static void fault (Check *self, const char *where, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fault (Check *self, const char *where, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->faults, g_strdup_printf ("%s/%s: %s", self->language, where, what));
}

static char *
dup_path (const char *language, const char *section)
{
  const char *folder = g_getenv ("SAMPLE_CONTENT");
  g_autofree char *name = g_strconcat (section, ".json", NULL);

  if (folder != NULL)
    return g_build_filename (folder, language, name, NULL);

  return g_build_filename (g_getenv ("TEST_SOURCE_DIR"), "..", "src", "sample", "content", language,
                           name, NULL);
}

static gboolean
is_drawing (const char *name)
{
  g_autofree char *path = g_strdup_printf ("drawings/%s.svg", name);
  g_autoptr (GBytes) bytes = news_sample_dup_file (path);

  return bytes != NULL;
}

static void
check_layout (Check *self, const char *section, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!g_utf8_validate (text, -1, NULL))
    fault (self, section, "not UTF-8");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize indent = strspn (lines[i], " ");

      if (g_str_has_suffix (lines[i], " ") || strchr (lines[i], '\t') != NULL
          || strchr (lines[i], '\r') != NULL)
        fault (self, section, "line %u: a space at its end, a tab or a carriage return", i + 1);
      if (indent % 2 != 0)
        fault (self, section, "line %u: not indented by twos", i + 1);
    }
}

/* --- bodies ----------------------------------------------------------------------------------- */

static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean inside = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isspace (c))
        inside = FALSE;
      else if (!inside && g_unichar_isalnum (c))
        {
          inside = TRUE;
          n_words++;
        }
    }

  return n_words;
}

static guint
count_characters (const char *text)
{
  guint n_characters = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      n_characters++;

  return n_characters;
}

/* The limits are those of README.md, with a tenth to spare: what counts as a word in a table or a
 * caption is not worth a quarrel. */
static void
check_length (Check *self, const char *id, const char *text)
{
  guint n = self->chinese ? count_characters (text) : count_words (text);
  guint least = self->chinese ? 405 : 225;
  guint most = self->chinese ? 1210 : 715;
  guint long_least = self->chinese ? 2000 : 1250;
  guint long_most = self->chinese ? 3300 : 2000;

  if (n >= long_least && n <= long_most)
    self->n_long++;
  else if (n < least || n > most)
    fault (self, id, "%u %s, neither an ordinary story nor the long one", n,
           self->chinese ? "characters" : "words");
}

static void
check_link (Check *self, const char *id, const char *link, SampleBody *body)
{
  g_autofree char *prefix = g_strdup_printf ("/%s/stories/", self->language);

  if (*link == '#')
    {
      if (!g_hash_table_contains (body->ids, link + 1))
        fault (self, id, "the link %s leads nowhere", link);
    }
  else if (g_str_has_prefix (link, prefix))
    {
      if (!g_hash_table_contains (self->ids, link + strlen (prefix)))
        fault (self, id, "no story of the name %s", link);
      if (strcmp (link + strlen (prefix), id) == 0)
        fault (self, id, "a link to itself");
    }
  else if (!g_regex_match_simple ("^https://([a-z0-9-]+\\.)*example\\.(org|com|net)(/|$)", link, 0,
                                  0))
    fault (self, id, "the link %s is not to an example domain", link);
}

static void
check_picture (Check *self, const char *id, const char *source)
{
  if (!g_str_has_prefix (source, "/pictures/") || !is_drawing (source + strlen ("/pictures/")))
    fault (self, id, "no picture of the name %s", source);
}

static gboolean
reads_on (Check *self, const char *last)
{
  return strstr (last, self->chinese ? "延伸阅读" : "Read more") != NULL
         && strstr (last, "/stories/") != NULL;
}

static void
check_body (Check *self, const char *id, JsonArray *array)
{
  g_autoptr (SampleBody) body = sample_body_new (self->chinese);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("body[%u]", i);
      const char *block = json_array_get_string_element (array, i);

      sample_body_add (body, where, block);
      sample_body_add (self->all, where, block);
    }
  for (guint i = 0; i < body->faults->len; i++)
    fault (self, id, "%s", (const char *) g_ptr_array_index (body->faults, i));
  for (guint i = 0; i < body->links->len; i++)
    check_link (self, id, g_ptr_array_index (body->links, i), body);
  for (guint i = 0; i < body->pictures->len; i++)
    check_picture (self, id, g_ptr_array_index (body->pictures, i));
  check_length (self, id, body->text->str);
  self->n_illustrated += body->pictures->len > 0 ? 1 : 0;
  for (guint i = json_array_get_length (array); i-- > MAX (json_array_get_length (array), 3) - 3;)
    if (reads_on (self, json_array_get_string_element (array, i)))
      {
        self->n_reading_on++;
        break;
      }
}

/* --- stories ---------------------------------------------------------------------------------- */

static void
check_text (Check *self, const char *id, const char *name, const char *text)
{
  g_autoptr (SampleBody) body = sample_body_new (self->chinese);

  sample_body_check_text (body, name, text);
  if (g_ascii_isspace (text[0]) || g_str_has_suffix (text, " "))
    fault (self, id, "%s: spaces at an end", name);
  if (strpbrk (text, "<>") != NULL)
    fault (self, id, "%s: markup", name);
  for (guint i = 0; i < body->faults->len; i++)
    fault (self, id, "%s", (const char *) g_ptr_array_index (body->faults, i));
}

static void
check_topics (Check *self, const NewsSampleStory *story)
{
  guint n_topics = g_strv_length (story->topics);

  if (n_topics < 1 || n_topics > 4)
    fault (self, story->id, "%u topics", n_topics);
  for (guint i = 0; i < n_topics; i++)
    {
      g_autofree char *lower = g_utf8_strdown (story->topics[i], -1);

      if (!self->chinese && strcmp (lower, story->topics[i]) != 0)
        fault (self, story->id, "the topic “%s” has capitals", story->topics[i]);
      g_hash_table_replace (
        self->topics, g_strdup (story->topics[i]),
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->topics, story->topics[i]))
                          + 1));
    }
}

static void
check_points (Check *self, const NewsSampleStory *story)
{
  guint n_points = story->points != NULL ? g_strv_length (story->points) : 0;

  if (n_points == 0)
    return;
  if (n_points < 2 || n_points > 5)
    fault (self, story->id, "%u points", n_points);
  for (guint i = 0; i < n_points; i++)
    check_text (self, story->id, "points", story->points[i]);
  self->n_summed_up++;
}

static void
check_story (Check *self, const NewsSampleStory *story)
{
  check_text (self, story->id, "headline", story->headline);
  check_text (self, story->id, "standfirst", story->standfirst);
  if (story->byline != NULL)
    check_text (self, story->id, "byline", story->byline);
  check_text (self, story->id, "outlet", story->outlet);
  check_topics (self, story);
  check_points (self, story);
  g_hash_table_add (self->outlets, g_strdup (story->outlet));
  if (story->visits < 12 || story->visits > 90000)
    fault (self, story->id, "%d visits", (int) story->visits);
  if (story->age > 4 * DAY)
    fault (self, story->id, "older than four days");
  if (story->updated >= story->age)
    fault (self, story->id, "corrected before it was published");
  self->oldest = MAX (self->oldest, story->age);

  for (guint i = 0; story->related[i] != NULL; i++)
    if (!g_hash_table_contains (self->ids, story->related[i])
        || strcmp (story->related[i], story->id) == 0)
      fault (self, story->id, "related to “%s”, which is no other story", story->related[i]);

  if (g_strcmp0 (story->drawing, story->id) != 0)
    fault (self, story->id, "its lead is not its drawing");
  if (story->drawing == NULL)
    return;
  if (!is_drawing (story->drawing))
    fault (self, story->id, "no drawing of the name %s", story->drawing);
  check_text (self, story->id, "alt", story->alt);
  check_text (self, story->id, "caption", story->caption);
  check_text (self, story->id, "credit", story->credit);
}

static void
check_ages (Check *self, const NewsSampleSection *section, const char *first)
{
  const NewsSampleStory *newest = g_ptr_array_index (section->stories, 0);
  const NewsSampleStory *oldest = g_ptr_array_index (section->stories, section->stories->len - 1);

  if (strcmp (newest->id, first) != 0)
    fault (self, section->id, "its first story is not the newest");
  if (newest->age >= DAY)
    fault (self, section->id, "nothing of the last day");
  if (oldest->age <= 2 * DAY)
    fault (self, section->id, "nothing older than two days");
  for (guint i = 1; i < section->stories->len; i++)
    {
      const NewsSampleStory *one = g_ptr_array_index (section->stories, i - 1);
      const NewsSampleStory *other = g_ptr_array_index (section->stories, i);

      if (one->age == other->age)
        fault (self, other->id, "as old as %s", one->id);
    }
}

/* --- files ------------------------------------------------------------------------------------ */

static JsonParser *
parse (Check *self, const char *id, char **text)
{
  g_autofree char *path = dup_path (self->language, id);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  /* What the program forgives, such as a comma too many, is a fault here. */
  json_parser_set_strict (parser, TRUE);
  if (!g_file_get_contents (path, text, NULL, &error)
      || !json_parser_load_from_data (parser, *text, -1, &error))
    {
      fault (self, id, "%s", error->message);
      return NULL;
    }

  return g_steal_pointer (&parser);
}

static void
check_file (Check *self, const char *id)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = parse (self, id, &text);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr (NewsSampleSection) section = NULL;
  JsonArray *stories;

  if (parser == NULL)
    return;
  section = news_sample_section_new_from_bytes (bytes, id, self->faults);
  if (section == NULL)
    return;
  check_layout (self, id, text);
  if (strcmp (section->id, id) != 0)
    fault (self, id, "it says that it is “%s”", section->id);
  check_text (self, id, "title", section->title);
  if (section->stories->len != SECTION_SIZE)
    fault (self, id, "%u stories", section->stories->len);
  if (section->stories->len == 0)
    return;

  stories = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "stories");
  check_ages (self, section,
              json_object_get_string_member_with_default (
                json_array_get_object_element (stories, 0), "id", ""));
  for (guint i = 0; i < section->stories->len; i++)
    check_story (self, g_ptr_array_index (section->stories, i));
  for (guint i = 0; i < json_array_get_length (stories); i++)
    {
      JsonObject *story = json_array_get_object_element (stories, i);

      check_body (self, json_object_get_string_member_with_default (story, "id", "?"),
                  json_object_get_array_member (story, "body"));
    }
}

/* Before anything else, as stories name one another across files. */
static void
collect_ids (Check *self, const char *section)
{
  g_autofree char *path = dup_path (self->language, section);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NewsSampleSection) read = NULL;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return;
  bytes = g_bytes_new (text, length);
  read = news_sample_section_new_from_bytes (bytes, section, faults);
  for (guint i = 0; read != NULL && i < read->stories->len; i++)
    {
      NewsSampleStory *story = g_ptr_array_index (read->stories, i);

      if (!g_hash_table_add (self->ids, g_strdup (story->id)))
        fault (self, section, "a second story “%s”", story->id);
    }
}

static void
check_kinds (Check *self, gboolean chinese)
{
  for (const char *const *kind = sample_body_get_kinds (chinese); *kind != NULL; kind++)
    if (sample_body_count (self->all, *kind) < 2)
      fault (self, "all", "%s stands there %u times, not twice", *kind,
             sample_body_count (self->all, *kind));
}

static void
check_whole (Check *self)
{
  GHashTableIter iter;
  gpointer count;
  guint n_shared = 0;

  check_kinds (self, FALSE);
  if (self->chinese)
    check_kinds (self, TRUE);
  if (self->n_illustrated < 18 || self->n_illustrated > 24)
    fault (self, "all", "%u stories with a picture in the body, not 18 to 24", self->n_illustrated);
  if (self->n_long != 1)
    fault (self, "all", "%u long reads, not one", self->n_long);
  if (self->n_reading_on < 2)
    fault (self, "all", "%u stories that lead on to others", self->n_reading_on);
  if (self->n_summed_up < 1)
    fault (self, "all", "no story has points");
  if (self->oldest <= 3 * DAY)
    fault (self, "all", "not spread over four days");
  if (g_hash_table_size (self->outlets) < 3 || g_hash_table_size (self->outlets) > 4)
    fault (self, "all", "%u outlets, not three or four", g_hash_table_size (self->outlets));
  if (g_hash_table_size (self->topics) < 20 || g_hash_table_size (self->topics) > 30)
    fault (self, "all", "%u topics, not 20 to 30", g_hash_table_size (self->topics));

  g_hash_table_iter_init (&iter, self->topics);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_shared += GPOINTER_TO_UINT (count) > 1 ? 1 : 0;
  if (n_shared < 10)
    fault (self, "all", "only %u topics are shared by stories", n_shared);
}

static void
test_language (gconstpointer data)
{
  Check check = { .language = data, .chinese = strcmp (data, "zh") == 0 };
  const char *const *sections = news_sample_get_section_ids ();

  check.faults = g_ptr_array_new_with_free_func (g_free);
  check.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.all = sample_body_new (check.chinese);

  for (gsize i = 0; sections[i] != NULL; i++)
    collect_ids (&check, sections[i]);
  for (gsize i = 0; sections[i] != NULL; i++)
    check_file (&check, sections[i]);
  check_whole (&check);
  for (guint i = 0; i < check.faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (check.faults, i));
  g_assert_cmpuint (check.faults->len, ==, 0);

  g_ptr_array_unref (check.faults);
  g_hash_table_unref (check.ids);
  g_hash_table_unref (check.topics);
  g_hash_table_unref (check.outlets);
  sample_body_free (check.all);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/sample-content/en", "en", test_language);
  g_test_add_data_func ("/sample-content/zh", "zh", test_language);

  return g_test_run ();
}
