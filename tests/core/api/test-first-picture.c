/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-first-picture.h"

#define BASE "https://a.example/2026/story/"

/* The files as "width:address", apart by blanks; then alt and caption. */
static char *
describe (NewsPicture *picture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < picture->files->len; i++)
    {
      const NewsPictureFile *file = &g_array_index (picture->files, NewsPictureFile, i);

      g_string_append_printf (text, "%d:%s ", file->width, file->url);
    }
  g_string_append_printf (text, "(%s) (%s)", picture->alt, picture->caption);

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *html;
  const char *picture;
} cases[] = {
  { "<p>No picture</p>", NULL },
  { "<img src=/x.jpg>", "0:https://a.example/x.jpg ((null)) ((null))" },
  { "<IMG SRC='x.jpg' ALT='  A &quot;mill&quot; '>",
    "0:https://a.example/2026/story/x.jpg (A \"mill\") ((null))" },
  { "<img src=\"//b.example/x.jpg?a=1&amp;b=2&copy=3\" width=\"640\" height=427 alt=\"\">",
    "640:https://b.example/x.jpg?a=1&b=2&copy=3 ((null)) ((null))" },
  { "<img src=x.jpg width=100%>", "0:https://a.example/2026/story/x.jpg ((null)) ((null))" },
  { "<img src=x.jpg width=640px>", "640:https://a.example/2026/story/x.jpg ((null)) ((null))" },

  /* Sets of files. */
  { "<img srcset='/s.jpg 320w, /m.jpg 640w 427h,/l,1.jpg 1280w' src=/s.jpg>",
    "320:https://a.example/s.jpg 640:https://a.example/m.jpg 1280:https://a.example/l,1.jpg "
    "((null)) ((null))" },
  { "<img srcset='/1.jpg, /2.jpg 2x' src=/1.jpg>",
    "0:https://a.example/1.jpg 0:https://a.example/2.jpg ((null)) ((null))" },
  { "<img srcset=', ,' src=/1.jpg>", "0:https://a.example/1.jpg ((null)) ((null))" },

  /* Pictures that are loaded late. */
  { "<img src='data:image/gif;base64,AAAA' data-src='/late.jpg'>",
    "0:https://a.example/late.jpg ((null)) ((null))" },
  { "<img src='/grey.gif' data-lazy-src='/late.jpg' data-lazy-srcset='/l2.jpg 800w'>",
    "800:https://a.example/l2.jpg 0:https://a.example/late.jpg ((null)) ((null))" },
  { "<img src='data:image/gif;base64,AAAA'><noscript><img src=/plain.jpg></noscript>",
    "0:https://a.example/plain.jpg ((null)) ((null))" },

  /* What is no picture. */
  { "<img src=/p.gif width=1 height=1><img src=/x.jpg>",
    "0:https://a.example/x.jpg ((null)) ((null))" },
  { "<img class='wp-smiley x' src=/s.png><img src=/x.jpg>",
    "0:https://a.example/x.jpg ((null)) ((null))" },
  { "<img src='https://s.example/images/core/emoji/14/72x72/1f6a9.png'>", NULL },
  { "<img src='https://pixel.example/b'>", NULL },
  { "<img src='https://c.example/pixel.gif?x'>", NULL },
  { "<img alt='no address'>", NULL },
  { "<img src=''>", NULL },
  { "<!-- <img src=/x.jpg> --><script>'<img src=/x.jpg>'</script>", NULL },
  { "<img src=/x.jpg", NULL },

  /* Captions. */
  { "<figure class=x><a href=y><img src=/x.jpg></a><figcaption>The <b>mill</b> &amp; wheel"
    "</figcaption></figure>",
    "0:https://a.example/x.jpg ((null)) (The mill & wheel)" },
  { "<figure></figure><img src=/x.jpg><figure><figcaption>No</figcaption></figure>",
    "0:https://a.example/x.jpg ((null)) ((null))" },
  { "<figure><img src=/x.jpg></figure><figure><figcaption>No</figcaption></figure>",
    "0:https://a.example/x.jpg ((null)) ((null))" },
  { "<figure><img src=/x.jpg><figcaption>Cut", "0:https://a.example/x.jpg ((null)) ((null))" },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NewsPicture) picture = news_first_picture_find (cases[i].html, BASE);
      g_autofree char *description = picture != NULL ? describe (picture) : NULL;

      g_test_message ("%s", cases[i].html);
      g_assert_cmpstr (description, ==, cases[i].picture);
    }
}

static void
test_without_base (void)
{
  g_autoptr (NewsPicture) relative = news_first_picture_find ("<img src=/x.jpg>", NULL);
  g_autoptr (NewsPicture) absolute
    = news_first_picture_find ("<img src=/x.jpg><img src=http://b.example/y.jpg>", NULL);

  g_assert_null (relative);
  g_assert_cmpstr (g_array_index (absolute->files, NewsPictureFile, 0).url, ==,
                   "http://b.example/y.jpg");
}

static void
test_many_files (void)
{
  g_autoptr (GString) html = g_string_new ("<img srcset='");
  g_autoptr (NewsPicture) picture = NULL;

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (html, "/%u.jpg %uw,", i, i);
  g_string_append (html, "'>");
  picture = news_first_picture_find (html->str, BASE);

  g_assert_cmpuint (picture->files->len, ==, NEWS_PICTURE_MAX_FILES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/first-picture/find", test_find);
  g_test_add_func ("/first-picture/without-base", test_without_base);
  g_test_add_func ("/first-picture/many-files", test_many_files);

  return g_test_run ();
}
