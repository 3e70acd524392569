/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A network that is there or not, as a test says. */
#define FAKE_TYPE_NETWORK (fake_network_get_type ())
G_DECLARE_FINAL_TYPE (FakeNetwork, fake_network, FAKE, NETWORK, GObject)

/* It is there, and costs nothing, at first. */
GNetworkMonitor *fake_network_new (void);

/* Tells of it as a change of the network does. */
void fake_network_set (GNetworkMonitor *monitor, gboolean available, gboolean metered);

G_END_DECLS
