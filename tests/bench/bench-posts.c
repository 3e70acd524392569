/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-posts.h"

#define PARAGRAPHS 18

static const char paragraph[]
  = "<p>The ferry &#8217;Tidewater&#8217; has <a href=\\\"https://news.example/%u\\\">sailed</a> "
    "again "
    "after <em>eleven years</em>, and with it come the first visitors to the islands. Nobody had "
    "counted on so many: the harbour&#8217;s caf&eacute;s ran out of bread by noon, the post "
    "office "
    "out of stamps, and the school let out early so that the children could see the boat. "
    "\\u201cWe had forgotten how loud it is,\\u201d says the harbour master, who has waited for it "
    "since he was a boy of ten, and laughs.</p>\\n";

/* The newest comes first, and there are four a day, those of another hundred at another minute. */
static void
append_post (GString *json, guint id, guint age)
{
  guint day = 28 - age / 4 % 28;
  guint hour = 23 - age % 4 * 5;
  guint minute = id / 100 % 60;

  g_string_append_printf (
    json,
    "{\"id\":%u,\"date\":\"2026-11-%02uT%02u:%02u:00\",\"date_gmt\":\"2026-11-%02uT%02u:%02u:00\","
    "\"modified_gmt\":\"2026-11-%02uT%02u:%02u:30\",\"guid\":{\"rendered\":\"https://news.example/"
    "?p=%u\"},"
    "\"link\":\"https://news.example/%u/\",\"title\":{\"rendered\":\"The ferry &#8217;%u&#8217; "
    "sails\"},\"excerpt\":{\"rendered\":\"<p>It sails again [&hellip;]</p>\",\"protected\":false},"
    "\"categories\":[3,7],\"content\":{\"protected\":false,\"rendered\":\"",
    id, day, hour, minute, day, hour, minute, day, hour, minute, id, id, id);
  for (guint i = 0; i < PARAGRAPHS; i++)
    {
      g_string_append_printf (json, paragraph, id + i);
      if (i % 6 == 3)
        g_string_append (json,
                         "<figure class=\\\"wp-block-image\\\"><img src=\\\"https://news.example/"
                         "a.jpg\\\" width=\\\"1200\\\" height=\\\"800\\\" alt=\\\"A ferry\\\"/>"
                         "<figcaption>The ferry.</figcaption></figure>\\n<h2>At sea</h2>\\n");
    }
  g_string_append_printf (
    json,
    "\"},\"_embedded\":{\"author\":[{\"id\":1,\"name\":\"Ada Winter\"}],\"wp:featuredmedia\":[{"
    "\"alt_text\":\"A ferry\",\"source_url\":\"https://news.example/%u.jpg\",\"media_details\":{"
    "\"sizes\":{\"medium\":{\"source_url\":\"https://news.example/%u-300.jpg\",\"width\":300,"
    "\"height\":200},\"large\":{\"source_url\":\"https://news.example/%u-1024.jpg\",\"width\":1024,"
    "\"height\":683}}}}],\"wp:term\":[[{\"id\":3,\"name\":\"World\",\"taxonomy\":\"category\"}],[{"
    "\"id\":9,\"name\":\"Ferries\",\"taxonomy\":\"post_tag\"}]]}}",
    id, id, id);
}

char *
bench_posts_dup_answer (guint first, guint count, guint age)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < count; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_post (json, first + i, age + i);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}
