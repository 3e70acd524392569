/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Broadsheet developers */

#pragma once

/* The Han characters of Unicode's first plane, from extension A on. */
#define NEWS_SIMPLIFIED_FIRST 0x3400
#define NEWS_SIMPLIFIED_LAST 0x9fff
#define NEWS_SIMPLIFIED_CHARACTERS (NEWS_SIMPLIFIED_LAST - NEWS_SIMPLIFIED_FIRST + 1)
