/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "api-test.h"

#include <string.h>

/* Answers that are broken in each way that one can think of: no member of one row may spoil the
 * others, and nothing at all may crash. */

static const char *const replacements[]
  = { "null", "true", "-7", "1e300", "\"\"", "\"a word\"", "[]", "{}", "[[null],{\"a\":[0]}]" };

static const struct
{
  const char *api;
  const char *fixture;
  const char *rows; /* the member that has the rows, or NULL for the answer itself */
} lists[] = {
  { "wordpress", "wordpress/list.json", NULL },
  { "jsonfeed", "jsonfeed/feed.json", "items" },
  { "sample", "sample/list.json", "articles" },
};

typedef struct
{
  NewsDescriptor *descriptor;
  NewsSource *source;
  JsonNode *root;
  guint n_articles;
  guint n_tries;
} Breakage;

static NewsAnswer *
read_text (NewsDescriptor *descriptor, NewsSource *source, const char *data, gsize length)
{
  g_autoptr (GBytes) body = g_bytes_new (data, length);
  NewsQuestion question = { NEWS_ASK_LIST, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  NewsAnswer *answer = api_test_read (descriptor, source, &question, 200, body, NULL, &error);

  g_assert_true ((answer == NULL) == (error != NULL));

  return answer;
}

/* With one member broken at most one article is lost, and then it is told. */
static void
check (Breakage *breakage)
{
  g_autofree char *text = json_to_string (breakage->root, FALSE);
  g_autoptr (NewsAnswer) answer
    = read_text (breakage->descriptor, breakage->source, text, strlen (text));
  g_autoptr (NewsAnswer) sure = g_steal_pointer (&answer);

  breakage->n_tries++;
  g_assert_nonnull (sure);
  g_assert_cmpuint (sure->articles->len, >=, breakage->n_articles - 1);
  for (guint i = 0; i < sure->articles->len; i++)
    {
      NewsArticle *article = g_ptr_array_index (sure->articles, i);

      g_assert_nonnull (article->id);
      g_assert_cmpstr (article->title, !=, "");
      g_assert_true (article->url == NULL || g_str_has_prefix (article->url, "http"));
    }
}

static void break_node (Breakage *breakage, JsonNode *node);

static void
break_object (Breakage *breakage, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup (l->data);
      g_autoptr (JsonNode) was = json_node_copy (json_object_get_member (object, name));

      for (gsize i = 0; i < G_N_ELEMENTS (replacements); i++)
        {
          json_object_set_member (object, name, json_from_string (replacements[i], NULL));
          check (breakage);
        }
      json_object_remove_member (object, name);
      check (breakage);
      json_object_set_member (object, name, json_node_copy (was));
      break_node (breakage, json_object_get_member (object, name));
    }
}

static void
break_node (Breakage *breakage, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    break_object (breakage, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      break_node (breakage, json_array_get_element (json_node_get_array (node), i));
}

static JsonArray *
get_rows (JsonNode *root, const char *member)
{
  if (member == NULL)
    return json_node_get_array (root);

  return json_object_get_array_member (json_node_get_object (root), member);
}

static JsonNode *
load (const char *fixture)
{
  g_autoptr (GBytes) bytes = api_test_fixture (fixture);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_strndup (text, length);
  JsonNode *node = json_from_string (copy, NULL);

  g_assert_nonnull (node);

  return node;
}

static void
test_members (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (NewsDescriptor) descriptor = api_test_load (lists[index].api);
  g_autoptr (NewsSource) source = api_test_source (lists[index].api, "https://a.example/x");
  g_autoptr (JsonNode) root = load (lists[index].fixture);
  JsonArray *rows = get_rows (root, lists[index].rows);
  g_autofree char *text = json_to_string (root, FALSE);
  g_autoptr (NewsAnswer) whole = read_text (descriptor, source, text, strlen (text));
  Breakage breakage = { descriptor, source, root, whole->articles->len, 0 };

  for (guint i = 0; i < json_array_get_length (rows); i++)
    break_node (&breakage, json_array_get_element (rows, i));
  g_test_message ("%u answers", breakage.n_tries);
  g_assert_cmpuint (breakage.n_tries, >, 300);
}

/* Cut at each byte, and with each byte another one: anything may come of it but a crash. */
static void
test_bytes (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (NewsDescriptor) descriptor = api_test_load (lists[index].api);
  g_autoptr (NewsSource) source = api_test_source (lists[index].api, "https://a.example/x");
  g_autoptr (GBytes) bytes = api_test_fixture (lists[index].fixture);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_memdup2 (text, length);

  for (gsize i = 0; i < length; i += 13)
    {
      NewsAnswer *cut = read_text (descriptor, source, text, i);
      NewsAnswer *changed;

      g_clear_pointer (&cut, news_answer_free);
      copy[i] = (char) ((guchar) copy[i] ^ (1u << (i % 8)));
      changed = read_text (descriptor, source, copy, length);
      g_clear_pointer (&changed, news_answer_free);
      copy[i] = text[i];
    }
}

/* A feed that says much of itself, in many articles that all ask for it. */
static void
test_product (void)
{
  g_autoptr (NewsDescriptor) descriptor = api_test_load ("jsonfeed");
  g_autoptr (NewsSource) source = api_test_source ("jsonfeed", "https://a.example/x");
  g_autoptr (GString) text = g_string_new ("{\"version\":\"1.1\",\"authors\":[{}");
  g_autoptr (NewsAnswer) answer = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "],\"items\":[{}");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, ",{\"id\":%u}", i);
  g_string_append (text, "]}");
  answer = read_text (descriptor, source, text->str, text->len);

  g_assert_cmpuint (answer->articles->len, ==, 20000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *members = g_strconcat ("/breakage/members/", lists[i].api, NULL);
      g_autofree char *bytes = g_strconcat ("/breakage/bytes/", lists[i].api, NULL);

      g_test_add_data_func (members, GSIZE_TO_POINTER (i), test_members);
      g_test_add_data_func (bytes, GSIZE_TO_POINTER (i), test_bytes);
    }
  g_test_add_func ("/breakage/product", test_product);

  return g_test_run ();
}
