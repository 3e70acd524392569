/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-parcel.h"

#include <string.h>

struct _NewsParcel
{
  GArray *numbers; /* guint32 */
  GByteArray *texts;
};

NewsParcel *
news_parcel_new (void)
{
  NewsParcel *self = g_new0 (NewsParcel, 1);

  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->texts = g_byte_array_new ();

  return self;
}

void
news_parcel_free (NewsParcel *self)
{
  g_array_unref (self->numbers);
  g_byte_array_unref (self->texts);
  g_free (self);
}

void
news_parcel_add_text (NewsParcel *self, const char *text)
{
  guint length = text != NULL ? (guint) strlen (text) : 0;

  news_parcel_add_number (self, text != NULL ? length + 1 : 0);
  if (length > 0)
    g_byte_array_append (self->texts, (const guint8 *) text, length);
}

void
news_parcel_add_number (NewsParcel *self, guint32 number)
{
  g_array_append_val (self->numbers, number);
}

GVariant *
news_parcel_to_variant (NewsParcel *self, guint32 form)
{
  GVariant *parts[] = {
    g_variant_new_uint32 (form),
    g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, self->numbers->data, self->numbers->len,
                               sizeof (guint32)),
    g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, self->texts->data, self->texts->len, 1),
  };

  return g_variant_ref_sink (g_variant_new_tuple (parts, G_N_ELEMENTS (parts)));
}

gboolean
news_parcel_reader_init (NewsParcelReader *self, GVariant *variant, guint32 form)
{
  g_autoptr (GVariant) found = NULL;
  g_autoptr (GVariant) numbers = NULL;
  g_autoptr (GVariant) texts = NULL;
  gsize n_numbers, n_bytes;

  memset (self, 0, sizeof *self);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (NEWS_PARCEL_TYPE)))
    return FALSE;

  /* The children have no bytes of their own once all of @variant is in a row, as asking for its
   * bytes makes it. */
  g_variant_get_data (variant);
  found = g_variant_get_child_value (variant, 0);
  numbers = g_variant_get_child_value (variant, 1);
  texts = g_variant_get_child_value (variant, 2);

  self->number = g_variant_get_fixed_array (numbers, &n_numbers, sizeof (guint32));
  self->numbers_end = self->number != NULL ? self->number + n_numbers : NULL;
  self->text = g_variant_get_fixed_array (texts, &n_bytes, 1);
  self->texts_end = self->text != NULL ? self->text + n_bytes : NULL;

  return g_variant_get_uint32 (found) == form
         && (self->text == NULL || g_utf8_validate_len (self->text, n_bytes, NULL));
}

/* Whether a text may begin there, or end before it. All texts together are UTF-8, so that a byte
 * that does not go on with a letter begins one. */
static gboolean
is_between_letters (const NewsParcelReader *self, const char *place)
{
  return place == self->texts_end || ((guchar) *place & 0xc0) != 0x80;
}

gboolean
news_parcel_reader_take_text (NewsParcelReader *self, gboolean required, char **text)
{
  guint32 size;
  gsize length;

  *text = NULL;
  if (!news_parcel_reader_take_number (self, G_MAXUINT32, &size))
    return FALSE;
  if (size <= 1)
    {
      *text = size == 1 && !required ? g_strdup ("") : NULL;
      return !required;
    }

  length = size - 1;
  if (length > (gsize) (self->texts_end - self->text)
      || !is_between_letters (self, self->text + length))
    return FALSE;

  *text = g_malloc (length + 1);
  memcpy (*text, self->text, length);
  (*text)[length] = '\0';
  self->text += length;

  return TRUE;
}

gboolean
news_parcel_reader_take_number (NewsParcelReader *self, guint32 most, guint32 *number)
{
  *number = 0;
  if (self->number == self->numbers_end || *self->number > most)
    return FALSE;

  *number = *self->number++;

  return TRUE;
}

gboolean
news_parcel_reader_is_at_end (const NewsParcelReader *self)
{
  return self->number == self->numbers_end && self->text == self->texts_end;
}
