/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#include "news-address-guard.h"

static const struct
{
  const char *address;
  gboolean is_public;
} addresses[] = {
  { "8.8.8.8", TRUE },
  { "93.184.216.34", TRUE },
  { "100.63.255.255", TRUE },
  { "100.128.0.1", TRUE },
  { "172.15.0.1", TRUE },
  { "172.32.0.1", TRUE },
  { "2606:2800:220:1::1", TRUE },
  { "::ffff:8.8.8.8", TRUE },
  { "0.0.0.0", FALSE },
  { "0.1.2.3", FALSE },
  { "127.0.0.1", FALSE },
  { "127.9.9.9", FALSE },
  { "10.0.0.1", FALSE },
  { "100.64.0.1", FALSE },
  { "100.127.255.255", FALSE },
  { "169.254.169.254", FALSE },
  { "172.16.0.1", FALSE },
  { "172.31.255.255", FALSE },
  { "192.0.0.8", FALSE },
  { "192.168.1.1", FALSE },
  { "198.18.0.1", FALSE },
  { "198.19.255.255", FALSE },
  { "224.0.0.251", FALSE },
  { "255.255.255.255", FALSE },
  { "::", FALSE },
  { "::1", FALSE },
  { "fe80::1", FALSE },
  { "fc00::1", FALSE },
  { "fdff::1", FALSE },
  { "ff02::fb", FALSE },
  { "::ffff:127.0.0.1", FALSE },
  { "::ffff:192.168.1.1", FALSE },
  { "64:ff9b::10.0.0.1", FALSE },
};

static void
test_addresses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (addresses[i].address);

      g_test_message ("%s", addresses[i].address);
      g_assert_nonnull (address);
      g_assert_cmpint (news_address_is_public (address), ==, addresses[i].is_public);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-guard/addresses", test_addresses);

  return g_test_run ();
}
