/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-address-guard.h"

#include <string.h>

/* Blocks of IPv4 that GInetAddress has no question for: first address and length of the prefix. */
static const struct
{
  guint8 first[4];
  guint bits;
} reserved[] = {
  { { 0, 0, 0, 0 }, 8 },     /* "this network" */
  { { 100, 64, 0, 0 }, 10 }, /* shared by carriers, RFC 6598 */
  { { 192, 0, 0, 0 }, 24 },  /* protocol assignments */
  { { 198, 18, 0, 0 }, 15 }, /* benchmarks, RFC 2544 */
  { { 240, 0, 0, 0 }, 4 },   /* reserved, and broadcast */
};

static gboolean
in_block (const guint8 *bytes, const guint8 *first, guint bits)
{
  for (guint i = 0; bits > 0; i++)
    {
      guint8 mask = bits >= 8 ? 0xff : (guint8) (0xff << (8 - bits));

      if ((bytes[i] & mask) != first[i])
        return FALSE;
      bits -= MIN (bits, 8);
    }

  return TRUE;
}

static gboolean
is_reserved (const guint8 *bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (in_block (bytes, reserved[i].first, reserved[i].bits))
      return TRUE;

  return FALSE;
}

/* The IPv4 address inside ::ffff:a.b.c.d and 64:ff9b::a.b.c.d, or NULL: a private one is private in
 * that dress too. */
static GInetAddress *
dup_embedded (const guint8 *bytes)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 translated[12] = { 0, 0x64, 0xff, 0x9b };

  if (memcmp (bytes, mapped, 12) != 0 && memcmp (bytes, translated, 12) != 0)
    return NULL;

  return g_inet_address_new_from_bytes (bytes + 12, G_SOCKET_FAMILY_IPV4);
}

gboolean
news_address_is_public (GInetAddress *address)
{
  const guint8 *bytes = g_inet_address_to_bytes (address);
  g_autoptr (GInetAddress) embedded = NULL;

  if (g_inet_address_get_is_any (address) || g_inet_address_get_is_loopback (address)
      || g_inet_address_get_is_link_local (address) || g_inet_address_get_is_site_local (address)
      || g_inet_address_get_is_multicast (address))
    return FALSE;

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return !is_reserved (bytes);

  /* fc00::/7, the unique local addresses of RFC 4193 */
  if ((bytes[0] & 0xfe) == 0xfc)
    return FALSE;

  embedded = dup_embedded (bytes);

  return embedded == NULL || news_address_is_public (embedded);
}

gboolean
news_address_is_here (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  /* RFC 6761, 6.3 */
  return g_ascii_strcasecmp (host, "localhost") == 0;
}
