/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-xml-encoding.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* The declaration is at the very beginning, but for what a broken server put before it. */
#define SEARCHED_BYTES 1024

typedef struct
{
  const char *label;   /* in lower case */
  const char *charset; /* as iconv knows it */
  gboolean any_bytes;  /* all bytes mean something in it: that it can be read proves nothing */
} Charset;

static const Charset utf8 = { "utf-8", "UTF-8", FALSE };
static const Charset utf16le = { "utf-16le", "UTF-16LE", FALSE };
static const Charset utf16be = { "utf-16be", "UTF-16BE", FALSE };
static const Charset windows = { "windows-1252", "CP1252", TRUE };

/* A closed list, as what a server says is not to be handed to iconv. */
static const Charset charsets[] = {
  { "utf8", "UTF-8", FALSE },
  { "utf-8", "UTF-8", FALSE },
  { "gb2312", "GB18030", FALSE },
  { "gbk", "GB18030", FALSE },
  { "x-gbk", "GB18030", FALSE },
  { "cp936", "GB18030", FALSE },
  { "gb18030", "GB18030", FALSE },
  { "big5", "BIG5-HKSCS", FALSE },
  { "big5-hkscs", "BIG5-HKSCS", FALSE },
  { "x-x-big5", "BIG5-HKSCS", FALSE },
  { "shift_jis", "CP932", FALSE },
  { "shift-jis", "CP932", FALSE },
  { "sjis", "CP932", FALSE },
  { "x-sjis", "CP932", FALSE },
  { "euc-jp", "EUC-JP", FALSE },
  { "iso-2022-jp", "ISO-2022-JP", FALSE },
  { "euc-kr", "UHC", FALSE },
  { "ks_c_5601-1987", "UHC", FALSE },
  { "us-ascii", "CP1252", TRUE },
  { "ascii", "CP1252", TRUE },
  { "latin1", "CP1252", TRUE },
  { "iso-8859-1", "CP1252", TRUE },
  { "iso8859-1", "CP1252", TRUE },
  { "iso-8859-2", "ISO-8859-2", TRUE },
  { "iso-8859-3", "ISO-8859-3", TRUE },
  { "iso-8859-4", "ISO-8859-4", TRUE },
  { "iso-8859-5", "ISO-8859-5", TRUE },
  { "iso-8859-6", "ISO-8859-6", TRUE },
  { "iso-8859-7", "ISO-8859-7", TRUE },
  { "iso-8859-8", "ISO-8859-8", TRUE },
  { "iso-8859-9", "CP1254", TRUE },
  { "iso-8859-10", "ISO-8859-10", TRUE },
  { "iso-8859-11", "CP874", TRUE },
  { "iso-8859-13", "ISO-8859-13", TRUE },
  { "iso-8859-14", "ISO-8859-14", TRUE },
  { "iso-8859-15", "ISO-8859-15", TRUE },
  { "iso-8859-16", "ISO-8859-16", TRUE },
  { "tis-620", "CP874", TRUE },
  { "windows-874", "CP874", TRUE },
  { "windows-1250", "CP1250", TRUE },
  { "windows-1251", "CP1251", TRUE },
  { "windows-1252", "CP1252", TRUE },
  { "windows-1253", "CP1253", TRUE },
  { "windows-1254", "CP1254", TRUE },
  { "windows-1255", "CP1255", TRUE },
  { "windows-1256", "CP1256", TRUE },
  { "windows-1257", "CP1257", TRUE },
  { "windows-1258", "CP1258", TRUE },
  { "koi8-r", "KOI8-R", TRUE },
  { "koi8-u", "KOI8-U", TRUE },
  { "macintosh", "MACINTOSH", TRUE },
  { "ibm866", "CP866", TRUE },
};

static const Charset *
find_charset (const char *label, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (strlen (charsets[i].label) == length
        && g_ascii_strncasecmp (charsets[i].label, label, length) == 0)
      return &charsets[i];

  return NULL;
}

/* The value of @name (with its "=") in @text, with or without quotes. */
static const Charset *
find_named (const char *text, const char *name)
{
  const char *at = strstr (text, name);

  if (at == NULL)
    return NULL;

  at += strlen (name);
  at += strspn (at, " =\"'");

  return find_charset (at, strcspn (at, " ;\"'?>"));
}

static const Charset *
find_in_header (const char *content_type)
{
  g_autofree char *lower = content_type != NULL ? g_ascii_strdown (content_type, -1) : NULL;

  return lower != NULL ? find_named (lower, "charset=") : NULL;
}

static const Charset *
find_in_declaration (const char *data, gsize length)
{
  g_autofree char *start = g_strndup (data, MIN (length, SEARCHED_BYTES));
  char *declaration = strstr (start, "<?xml");
  char *end = declaration != NULL ? strstr (declaration, "?>") : NULL;

  if (end == NULL)
    return NULL;
  *end = '\0';

  return find_named (declaration, "encoding");
}

/* By the mark, or by the zeros that the first "<" has in UTF-16. *@skip is how long the mark is. */
static const Charset *
find_mark (const char *data, gsize length, gsize *skip)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    gsize skip;
    const Charset *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, 3, &utf8 }, { "\xff\xfe", 2, 2, &utf16le }, { "\xfe\xff", 2, 2, &utf16be },
    { "<\0", 2, 0, &utf16le },       { "\0<", 2, 0, &utf16be },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        *skip = marks[i].skip;
        return marks[i].charset;
      }
  *skip = 0;

  return NULL;
}

/* Returns how many bytes, or halves of UTF-16, could not be read. */
static gsize
convert (const char *data, gsize length, const Charset *charset, GString *text)
{
  GIConv converter = g_iconv_open ("UTF-8", charset->charset);
  gsize step = charset == &utf16le || charset == &utf16be ? 2 : 1;
  char *at = (char *) data;
  gsize bad = 0;

  if (converter == (GIConv) -1)
    return G_MAXSIZE;

  while (length > 0)
    {
      char buffer[4096];
      char *out = buffer;
      gsize room = sizeof buffer;
      gboolean failed = g_iconv (converter, &at, &length, &out, &room) == (gsize) -1;

      failed = failed && errno != E2BIG;
      g_string_append_len (text, buffer, out - buffer);
      if (failed)
        {
          g_string_append (text, REPLACEMENT);
          at += MIN (step, length);
          length -= MIN (step, length);
          bad++;
        }
    }
  g_iconv_close (converter);

  return bad;
}

static GString *
take_valid (const char *data, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (data, (gssize) length);

  return g_string_new (valid);
}

/* No text has zeros in it but UTF-16; where they are all the same, they are dropped as controls are
 * elsewhere. */
static char *
dup_without_zeros (const char *data, gsize *length)
{
  char *copy = g_malloc (*length + 1);
  char *end = copy;

  for (gsize i = 0; i < *length; i++)
    if (data[i] != '\0')
      *end++ = data[i];
  *end = '\0';
  *length = (gsize) (end - copy);

  return copy;
}

/* Text of no known encoding is UTF-8 with a wound, if most of what is not ASCII is UTF-8. */
static gboolean
is_mostly_utf8 (const char *data, gsize length)
{
  const char *end = data + length;
  gsize good = 0, bad = 0;

  while (data < end)
    {
      gunichar character;

      if ((guchar) *data < 0x80)
        {
          data++;
          continue;
        }
      character = g_utf8_get_char_validated (data, end - data);
      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          bad++;
          data++;
        }
      else
        {
          good++;
          data = g_utf8_next_char (data);
        }
    }

  return good > bad;
}

/* The text if it is in @charset, as far as one can tell; else NULL. */
static GString *
try_charset (const char *data, gsize length, const Charset *charset, gboolean valid)
{
  g_autoptr (GString) text = NULL;

  if (charset == NULL || strcmp (charset->charset, "UTF-8") == 0)
    return charset != NULL && valid ? g_string_new_len (data, (gssize) length) : NULL;
  if (charset->any_bytes && valid)
    return g_string_new_len (data, (gssize) length);

  text = g_string_sized_new (length + length / 2);

  return convert (data, length, charset, text) == 0 || charset->any_bytes ? g_steal_pointer (&text)
                                                                          : NULL;
}

static GString *
guess (const char *data, gsize length, const Charset *const *told, gsize n_told)
{
  GString *text = g_string_sized_new (length + length / 2);

  for (gsize i = 0; i < n_told; i++)
    if (told[i] != NULL && strcmp (told[i]->charset, "UTF-8") != 0
        && convert (data, length, told[i], text) != G_MAXSIZE)
      return text;

  if (is_mostly_utf8 (data, length))
    {
      g_string_free (text, TRUE);
      return take_valid (data, length);
    }
  convert (data, length, &windows, text);

  return text;
}

static GString *
decode_marked (const char *data, gsize length, const Charset *mark)
{
  GString *text;

  if (mark == &utf8)
    return take_valid (data, length);

  text = g_string_sized_new (length);
  convert (data, length, mark, text);

  return text;
}

GString *
news_xml_encoding_decode (GBytes *bytes, const char *content_type)
{
  gsize length, skip;
  const char *data = g_bytes_get_data (bytes, &length);
  const Charset *mark = find_mark (data, length, &skip);
  const Charset *told[2];
  g_autofree char *copy = NULL;
  gboolean valid;

  if (length == 0)
    return g_string_new ("");

  data += skip;
  length -= skip;
  if (mark != NULL)
    return decode_marked (data, length, mark);

  if (memchr (data, 0, length) != NULL)
    data = copy = dup_without_zeros (data, &length);
  valid = g_utf8_validate_len (data, length, NULL);
  told[0] = find_in_header (content_type);
  told[1] = find_in_declaration (data, length);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      GString *text = try_charset (data, length, told[i], valid);

      if (text != NULL)
        return text;
    }

  return valid ? g_string_new_len (data, (gssize) length)
               : guess (data, length, told, G_N_ELEMENTS (told));
}
