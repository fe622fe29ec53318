/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every limit of the program, with the attack or accident it stops.  A pack may come from a USB
 * stick: without limits a file of a few kilobytes can ask for gigabytes (nested <use>), minutes
 * (huge repeat counts) or a stack overflow (deep nesting).  Each has a test that crosses it
 * (tests/base/test-limits.c, tests/tool/test-check.py). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of one XML or SVG file.  The largest drawing of the built-in pack is under 700 KiB. */
#define GENU_LIMIT_XML_BYTES (16 * 1024 * 1024)

/* Depth of nested elements: recursive passes over the tree must not exhaust the stack. */
#define GENU_LIMIT_XML_DEPTH 200

/* Elements of one file: the engine keeps about 100 bytes for each. */
#define GENU_LIMIT_XML_ELEMENTS 200000

/* Topics of a pack and steps of a topic: lists that a reader can scroll. */
#define GENU_LIMIT_TOPICS 500
#define GENU_LIMIT_STEPS 100

/* Labels of one step: more cannot be placed legibly on any screen. */
#define GENU_LIMIT_LABELS 40

/* Charts: numbers of one (more cannot be told apart on any screen), dots of one (each is drawn
 * whenever a label is), the end of its scale, people that one dot stands for. */
#define GENU_LIMIT_CHART_NUMBERS 8
#define GENU_LIMIT_CHART_DOTS 500
#define GENU_LIMIT_CHART_SCALE 100
#define GENU_LIMIT_CHART_EACH 100000

/* Animation elements of a drawing: each is visited when time moves. */
#define GENU_LIMIT_ANIMATIONS 5000

/* Intervals that one animation may begin within a document: a cycle of syncbases, or
 * `begin="a.end"` with a tiny duration, would otherwise never end. */
#define GENU_LIMIT_INTERVALS 20000

/* Values in one `values` list, numbers in one list attribute, entries of one begin or end list. */
#define GENU_LIMIT_LIST 20000

/* Segments of one path, counted after parsing. */
#define GENU_LIMIT_PATH_SEGMENTS 200000

/* Selectors of a drawing's style sheets: each is tried on every element that is asked for. */
#define GENU_LIMIT_STYLE_RULES 5000

/* Elements drawn once every <use> is expanded ("billion laughs" in SVG). */
#define GENU_LIMIT_USE_EXPANSION 400000

/* Layers of a drawing: each owns a picture. */
#define GENU_LIMIT_LAYERS 400

/* Pixels of one layer's picture, and bytes of all cached pictures of one drawing. */
#define GENU_LIMIT_TEXTURE_PIXELS (8192 * 8192)
#define GENU_LIMIT_CACHE_BYTES (384 * 1024 * 1024)

/* Side of a frame written by genu-tool, in pixels (cairo's own limit is 32,767). */
#define GENU_LIMIT_FRAME_SIDE 16384

/* Points of one stroke of the pen, strokes of one picture, edits of it that can be undone: a
 * sleeve that rests on a touch screen for an hour must not make the window slow or the handout
 * large.  A hand draws some 100 points a second and rarely 100 strokes. */
#define GENU_LIMIT_INK_POINTS 5000
#define GENU_LIMIT_INK_STROKES 1000
#define GENU_LIMIT_INK_EDITS 500

/* Longest time on a drawing's timeline, in microseconds (about 31 years): sums of two such times
 * cannot overflow a gint64. */
#define GENU_LIMIT_TIME (G_GINT64_CONSTANT (1000000000) * G_USEC_PER_SEC)

G_END_DECLS
