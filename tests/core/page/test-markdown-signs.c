/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-markdown-signs.h"

/* Each is Markdown for one reason. */
static void
test_markdown (void)
{
  static const char *const texts[] = {
    "See [the report](https://paper.example/report) for more.",
    "见[报道](/2026/报道)。",
    "![A boat](./boat.jpg)",
    "[Mail us](mailto:desk@paper.example)",
    "The **first** boat.",
    "**六点整。**第一班船开出。",
    "# The ferry\n\nIt left at six.",
    "It left.\n\n## Later\nIt came back.",
    "## 渡轮停航\n\n六点整。",
    "```\ncode\n```",
    "| Name | Number |\n|------|--------|\n| Ann | 1 |",
    "- *One*\n- Two\n\n> said",
    "One\n===\n\n- a\n- b\n\n`code`",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (news_markdown_signs_suffice (texts[i]));
    }
}

static void
test_plain (void)
{
  static const char *const texts[] = {
    "",
    "Plain text.\n\nIn two paragraphs.",
    "Prices from $5* a day.\n\n* Tax is extra.\n* So is breakfast.",
    "Prices** start at 5 and end at 6**.",
    "2**3 is 8, and 2*3*4 is 24; f**k that s**t.",
    "****",
    "A film with ** of five stars, another with ***.",
    "- Good day.\n- Good day to you.\n\n- Is the ferry late?",
    "One scene\n\n* * *\n\nAnother scene",
    "One scene\n\n***\n\nAnother scene - with a dash -- and another",
    "1. First\n2. Second\n3. Third",
    "# 1 in the charts",
    "#topic and #another",
    "# OOTD # fashion\n\nText",
    "> You wrote this\n\nI did.",
    "snake_case_name and __init__ and _private",
    "He [sic](see below) said f[i](x) = [1] (2).",
    "[1] https://paper.example/ [2]: https://paper.example/2",
    "The `old' quotes and ``these''.",
    "Name | Number\nAnn | 1",
    "Dear Sir,\n\n*yours*\n\n-- \nAnn\nDesk\n----------\nPaper",
    "```\nnever closed",
    "<b>HTML</b> is not &amp; Markdown",
    "——本报讯\n\n* 注：以上为北京时间。\n* 另见第三版。",
    "#渡轮停航# 今天六点，第一班船没有开出。",
    "－ 第一点\n－ 第二点\n\n1、一\n2、二",
    "他说：“5*6等于30”，又说：“2**3等于8”。",
    "评分：★★*，满分*****。",
    "（完）\n\n***\n\n责任编辑：王_小_明",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (news_markdown_signs_suffice (texts[i]));
    }
}

/* What breaks lines in other ways than by line feeds does not hide a sign. */
static void
test_lines (void)
{
  g_assert_true (news_markdown_signs_suffice ("# A\r\n\r\nText"));
  g_assert_true (news_markdown_signs_suffice ("# A\r\rText"));
  g_assert_true (news_markdown_signs_suffice ("\xff **a** b"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown-signs/markdown", test_markdown);
  g_test_add_func ("/markdown-signs/plain", test_plain);
  g_test_add_func ("/markdown-signs/lines", test_lines);

  return g_test_run ();
}
