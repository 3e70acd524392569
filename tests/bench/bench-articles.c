/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "bench-articles.h"

#define WORDS_OF_PARAGRAPH 60
#define PARAGRAPHS_OF_SECTION 12

static const char *const english[] = {
  "the",
  "of",
  "harbour",
  "ferry",
  "and",
  "to",
  "council",
  "which",
  "in",
  "engineer",
  "timetable",
  "announce",
  "a",
  "passengers",
  "that",
  "was",
  "crossing",
  "morning",
  "for",
  "replacement",
  "considerable",
  "were",
  "by",
  "shipyard",
  "committee",
  "had",
  "infrastructure",
  "river",
  "because",
  "people",
  "themselves",
  "not",
  "responsible",
  "but",
  "everything",
  "winter",
  "said",
  "municipal",
  "small",
  "organisation",
  "from",
  "boats",
  "it",
  "price",
  "season",
  "at",
  "understanding",
  "old",
};

static const char *const chinese[] = {
  "渡船", "停航",   "以后", "，居民", "开始", "划船",   "互相", "摆渡", "，起初", "不收",
  "钱",   "到了",   "夏天", "就有",   "价钱", "，秋天", "又有", "时刻", "表",     "港务",
  "主任", "计划",   "这件", "事情",   "工程", "师们",   "检查", "旧的", "码头",   "和",
  "地基", "，木料", "完好", "，铁件", "较差", "底下",   "还有", "许多", "自行",   "车",
  "新船", "预计",   "明年", "春天",   "到达", "，船厂", "不肯", "多说",
};

typedef struct
{
  GString *html;
  GRand *random;
  gboolean chinese;
} Writer;

static const char *
choose_word (Writer *self)
{
  gint32 n = (gint32) (self->chinese ? G_N_ELEMENTS (chinese) : G_N_ELEMENTS (english));
  gint32 index = g_rand_int_range (self->random, 0, n);

  return self->chinese ? chinese[index] : english[index];
}

static void
append_words (Writer *self, guint words)
{
  for (guint i = 0; i < words; i++)
    {
      const char *before = !self->chinese && i > 0 ? " " : "";

      if (i > 0 && i % 14 == 0)
        g_string_append (self->html, self->chinese ? "。" : ".");
      if (i % 37 == 20)
        g_string_append_printf (self->html, "%s<a href='https://news.example/%u'>%s</a>", before, i,
                                choose_word (self));
      else if (i % 23 == 11)
        g_string_append_printf (self->html, "%s<em>%s</em>", before, choose_word (self));
      else
        g_string_append_printf (self->html, "%s%s", before, choose_word (self));
    }
  g_string_append (self->html, self->chinese ? "。" : ".");
}

static void
append_element (Writer *self, const char *name, guint words)
{
  g_string_append_printf (self->html, "<%s>", name);
  append_words (self, words);
  g_string_append_printf (self->html, "</%s>", name);
}

static void
append_picture (Writer *self, guint number)
{
  g_autofree char *address = bench_articles_dup_picture (number % BENCH_ARTICLES_PICTURES);

  g_string_append_printf (self->html,
                          "<figure><img src='%s' width='%d' height='%d' alt='The harbour'/>",
                          address, BENCH_ARTICLES_WIDTH, BENCH_ARTICLES_HEIGHT);
  append_element (self, "figcaption", 9);
  g_string_append (self->html, "</figure>");
}

static void
append_body (Writer *self, guint words, guint pictures)
{
  guint paragraphs = MAX (words / WORDS_OF_PARAGRAPH, 1);

  for (guint i = 0; i < paragraphs; i++)
    {
      if (i % PARAGRAPHS_OF_SECTION == PARAGRAPHS_OF_SECTION - 1)
        append_element (self, "h2", 5);
      append_element (self, i % 29 == 17 ? "li" : "p", WORDS_OF_PARAGRAPH);
      if (pictures > 0 && (i + 1) * pictures / paragraphs > i * pictures / paragraphs)
        append_picture (self, i * pictures / paragraphs);
    }
}

char *
bench_articles_dup_answer (gboolean chinese_one, guint number, guint words, guint pictures)
{
  Writer self = { g_string_new (NULL), g_rand_new_with_seed (number), chinese_one };

  g_string_append_printf (
    self.html,
    "[{\"id\":%u,\"date_gmt\":\"2026-11-20T10:00:00\",\"link\":\"https://news.example/%u/\","
    "\"title\":{\"rendered\":\"%s\"},\"content\":{\"rendered\":\"",
    number, number, chinese_one ? "渡船又开航了" : "The ferry sails again");
  append_body (&self, words, pictures);
  g_string_append (self.html, "\"}}]");
  g_rand_free (self.random);

  return g_string_free (self.html, FALSE);
}

char *
bench_articles_dup_picture (guint number)
{
  return g_strdup_printf ("https://pictures.example/%u.png", number);
}
