/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-sample-page.h"

#include <string.h>

static const char style[]
  = ":root{color-scheme:light dark}"
    "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 serif}"
    "header a,footer,figcaption,.by{font-family:sans-serif;font-size:.85rem}"
    "h1{line-height:1.15}img,iframe{width:100%;height:auto;border:0}figure{margin:1.5rem 0}"
    ".standfirst{font-size:1.25rem}.gallery{display:flex;gap:1rem}.gallery figure{flex:1}"
    ".pullquote{font-size:1.4rem;font-style:italic}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid;padding:.2rem .5rem;text-align:left}"
    "pre,table{overflow-x:auto;display:block}";

/* Appends @format, whose strings are escaped for HTML. */
static void append (GString *html, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append (GString *html, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (html, text);
}

static gboolean
is_chinese (const NewsSampleView *view)
{
  return strcmp (view->edition->language, "zh") == 0;
}

static GString *
begin (const NewsSampleView *view, const char *title)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");

  append (html,
          "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n",
          view->edition->language, title);
  append (html, "<link rel=\"service-desc\" type=\"application/json\" href=\"%s%s/\">\n",
          view->address, view->edition->language);
  g_string_append_printf (html, "<style>%s</style>\n", style);

  return html;
}

static void
append_lead (GString *html, const NewsSampleStory *story)
{
  if (story->drawing == NULL)
    return;
  append (html,
          "<figure><img src=\"/pictures/%s?width=1280\" alt=\"%s\" width=\"1200\" height=\"800\">"
          "<figcaption>%s <span class=\"credit\">%s</span></figcaption></figure>\n",
          story->drawing, story->alt, story->caption, story->credit);
}

static void
append_related (GString *html, const NewsSampleView *view, const NewsSampleStory *story)
{
  append (html, "<footer><p>%s</p>\n<ul>\n", is_chinese (view) ? "相关报道" : "Related stories");
  for (gsize i = 0; story->related[i] != NULL; i++)
    {
      const NewsSampleStory *other
        = news_sample_edition_get_story (view->edition, story->related[i]);

      if (other != NULL)
        append (html, "<li><a href=\"/%s/stories/%s\">%s</a></li>\n", view->edition->language,
                other->id, other->headline);
    }
  g_string_append (html, "</ul>\n</footer>\n");
}

char *
news_sample_page_story (const NewsSampleView *view, const NewsSampleStory *story)
{
  GString *html = begin (view, story->headline);
  g_autofree char *time = news_sample_view_dup_time (view, story->age);

  append (html, "<link rel=\"alternate\" type=\"application/json\" href=\"%s%s/articles/%s\">\n",
          view->address, view->edition->language, story->id);
  append (html, "</head>\n<body>\n<header><a href=\"/%s/\">%s</a></header>\n<article>\n",
          view->edition->language, view->edition->name);
  append (html, "<h1>%s</h1>\n<p class=\"standfirst\">%s</p>\n", story->headline,
          story->standfirst);
  append (html, "<p class=\"by\">%s%s%s • <time datetime=\"%s\">%.10s</time></p>\n",
          story->byline != NULL ? story->byline : "", story->byline != NULL ? ", " : "",
          story->outlet, time, time);
  append_lead (html, story);
  g_string_append (html, story->body);
  g_string_append (html, "\n</article>\n");
  append_related (html, view, story);
  g_string_append (html, "</body>\n</html>\n");

  return g_string_free_and_steal (html);
}

char *
news_sample_page_front (const NewsSampleView *view)
{
  GString *html = begin (view, view->edition->name);

  append (html, "</head>\n<body>\n<h1>%s</h1>\n", view->edition->name);
  for (guint i = 0; i < view->edition->sections->len; i++)
    {
      const NewsSampleSection *section = g_ptr_array_index (view->edition->sections, i);

      append (html, "<h2>%s</h2>\n<ul>\n", section->title);
      for (guint j = 0; j < section->stories->len; j++)
        {
          const NewsSampleStory *story = g_ptr_array_index (section->stories, j);

          append (html, "<li><a href=\"/%s/stories/%s\">%s</a></li>\n", view->edition->language,
                  story->id, story->headline);
        }
      g_string_append (html, "</ul>\n");
    }
  g_string_append (html, "</body>\n</html>\n");

  return g_string_free_and_steal (html);
}

char *
news_sample_page_missing (void)
{
  return g_strdup ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<title>Not found</title>\n</head>\n<body>\n<h1>No such page</h1>\n"
                   "<p><a href=\"/en/\">Broadsheet Sample</a> · "
                   "<a href=\"/zh/\" lang=\"zh\">Broadsheet 样刊</a></p>\n</body>\n</html>\n");
}
