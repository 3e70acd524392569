/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "ui-test.h"

#include "news-list-sections.h"

/* A model of rows that are letters; a section is of the same letter. */
#define TEST_TYPE_LETTERS (test_letters_get_type ())
G_DECLARE_FINAL_TYPE (TestLetters, test_letters, TEST, LETTERS, GObject)

struct _TestLetters
{
  GObject parent_instance;

  /* Owned */
  GString *letters;
  NewsListSections *sections;
};

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) TEST_LETTERS (model)->letters->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GString *letters = TEST_LETTERS (model)->letters;

  return position < letters->len
           ? gtk_string_object_new ((const char[]) { letters->str[position], '\0' })
           : NULL;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  news_list_sections_get (TEST_LETTERS (model)->sections, position, start, end);
}

static void
section_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestLetters,
                               test_letters,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_iface_init))

static void
test_letters_finalize (GObject *object)
{
  TestLetters *self = TEST_LETTERS (object);

  g_string_free (self->letters, TRUE);
  news_list_sections_free (self->sections);

  G_OBJECT_CLASS (test_letters_parent_class)->finalize (object);
}

static void
test_letters_class_init (TestLettersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_letters_finalize;
}

static void
test_letters_init (TestLetters *self)
{
  self->letters = g_string_new (NULL);
  self->sections = news_list_sections_new ();
}

static guint
find_start (guint position, guint end, gpointer data)
{
  const char *letters = TEST_LETTERS (data)->letters->str;

  while (position < end && letters[position] == letters[position - 1])
    position++;

  return position;
}

static void
mend (TestLetters *self, guint position, guint n, gboolean renew)
{
  news_list_sections_mend (self->sections, GTK_SECTION_MODEL (self), position, n, renew, find_start,
                           self);
}

static void
remove_letters (TestLetters *self, guint position, guint n)
{
  g_string_erase (self->letters, position, n);
  news_list_sections_remove (self->sections, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
  mend (self, position, 1, FALSE);
}

static void
insert (TestLetters *self, guint position, const char *letters)
{
  guint n = (guint) strlen (letters);
  g_string_insert (self->letters, position, letters);
  news_list_sections_insert (self->sections, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n);
  mend (self, position, n + 1, FALSE);
}

/* Other letters in the same rows: their headings are others too. */
static void
change (TestLetters *self, guint position, const char *letters)
{
  guint n = (guint) strlen (letters);

  memcpy (self->letters->str + position, letters, n);
  mend (self, position, n + 1, TRUE);
}

/* The letters with a bar before each section. */
static void
assert_sections (TestLetters *self, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint start, end;

  for (guint i = 0; i < self->letters->len; i = end)
    {
      news_list_sections_get (self->sections, i, &start, &end);
      g_assert_cmpuint (start, ==, i);
      g_assert_cmpuint (end, >, i);
      g_string_append_c (text, '|');
      g_string_append_len (text, self->letters->str + i, end - i);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (news_list_sections_get_length (self->sections), ==, self->letters->len);
}

static void
test_follow (void)
{
  g_autoptr (TestLetters) letters = g_object_new (TEST_TYPE_LETTERS, NULL);
  guint start, end;

  insert (letters, 0, "aabbbc");
  assert_sections (letters, "|aa|bbb|c");
  insert (letters, 0, "a");
  insert (letters, 7, "c");
  assert_sections (letters, "|aaa|bbb|cc");
  insert (letters, 4, "x");
  assert_sections (letters, "|aaa|b|x|bb|cc");
  remove_letters (letters, 4, 1);
  assert_sections (letters, "|aaa|bbb|cc");
  remove_letters (letters, 2, 2);
  assert_sections (letters, "|aa|bb|cc");
  change (letters, 2, "aa");
  assert_sections (letters, "|aaaa|cc");
  remove_letters (letters, 4, 2);
  assert_sections (letters, "|aaaa");
  news_list_sections_get (letters->sections, 4, &start, &end);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, G_MAXUINT);
  remove_letters (letters, 0, 4);
  assert_sections (letters, "");
}

static void
told_cb (GtkSectionModel *model, guint position, guint n, GString *told)
{
  g_string_append_printf (told, "%u+%u ", position, n);
}

/* What is told begins one row before what is another, and a row that stays what it was is none. */
static void
test_told (void)
{
  g_autoptr (TestLetters) letters = g_object_new (TEST_TYPE_LETTERS, NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  insert (letters, 0, "aabbcc");
  g_signal_connect (letters, "sections-changed", G_CALLBACK (told_cb), told);
  mend (letters, 0, 6, FALSE);
  g_assert_cmpstr (told->str, ==, "");
  letters->letters->str[2] = 'a';
  mend (letters, 0, 99, FALSE);
  g_assert_cmpstr (told->str, ==, "1+3 ");
  mend (letters, 4, 99, TRUE);
  mend (letters, 0, 1, TRUE);
  mend (letters, 6, 1, TRUE);
  g_assert_cmpstr (told->str, ==, "1+3 3+3 0+1 ");
  news_list_sections_clear (letters->sections);
  g_assert_cmpuint (news_list_sections_get_length (letters->sections), ==, 0);
}

/* --- in a list view --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("."));
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, gtk_label_new (NULL));
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)),
                      gtk_string_object_get_string (gtk_list_header_get_item (header)));
}

static GtkWidget *
create_view (TestLetters *letters)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection
    = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (letters))));
  GtkWidget *view = gtk_list_view_new (selection, rows);

  g_signal_connect (rows, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_header_factory (GTK_LIST_VIEW (view), headers);
  g_object_unref (headers);

  return view;
}

/* What the view shows, of a list that is short enough for it to show all: each section's letter,
 * then a dot for each of its rows. */
static char *
dup_shown (GtkWidget *view)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) labels = ui_test_list (view, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append (text, gtk_label_get_text (g_ptr_array_index (labels, i)));

  return g_string_free (text, FALSE);
}

static char *
dup_expected (TestLetters *letters)
{
  GString *text = g_string_new (NULL);
  const char *rows = letters->letters->str;

  for (guint i = 0; i < letters->letters->len; i++)
    {
      if (i == 0 || rows[i] != rows[i - 1])
        g_string_append_c (text, rows[i]);
      g_string_append_c (text, '.');
    }

  return g_string_free (text, FALSE);
}

static char *
dup_random (GRand *random, guint most)
{
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (random, 1, (gint32) most); n > 0; n--)
    g_string_append_c (text, (char) g_rand_int_range (random, 'a', 'd'));

  return g_string_free (text, FALSE);
}

static void
change_at_random (TestLetters *letters, GRand *random)
{
  gint32 length = (gint32) letters->letters->len;
  gint32 position = g_rand_int_range (random, 0, length + 1);
  gint32 rest = length - position;
  g_autofree char *text = dup_random (random, 8);

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      if (length < 60)
        insert (letters, (guint) position, text);
      break;
    case 1:
      if (rest > 0)
        remove_letters (letters, (guint) position,
                        (guint) g_rand_int_range (random, 1, MIN (rest, 9) + 1));
      break;
    default:
      if (rest > 0)
        {
          text[MIN (rest, (gint32) strlen (text))] = '\0';
          change (letters, (guint) position, text);
        }
    }
}

/* Whatever comes and goes, the view shows what there is, and stands. */
static void
test_in_view (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      TestLetters *letters = g_object_new (TEST_TYPE_LETTERS, NULL);
      GtkWidget *view = create_view (letters);
      GtkWindow *window = ui_test_show (view, 200, 400);

      for (guint i = 0; i < 400; i++)
        {
          g_autofree char *shown = NULL;
          g_autofree char *expected = NULL;

          change_at_random (letters, random);
          shown = dup_shown (view);
          expected = dup_expected (letters);
          g_assert_cmpstr (shown, ==, expected);
          if (i % 100 == 0)
            ui_test_draw (view);
        }
      ui_test_close (window);
      g_assert_finalize_object (letters);
    }
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/list-sections/follow", test_follow);
  g_test_add_func ("/list-sections/told", test_told);
  g_test_add_func ("/list-sections/in-view", test_in_view);

  return g_test_run ();
}
