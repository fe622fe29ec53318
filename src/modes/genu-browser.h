/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a pack with a way among them: a header, one page at a time, a history, the keys, the
 * reader's choices behind "Aa", and text that fits its room.  A window of any mode holds one. */

#pragma once

#include <adwaita.h>

#include "genu-look.h"
#include "genu-pack.h"
#include "genu-stage.h"
#include "genu-topic-page.h"

G_BEGIN_DECLS

/* Names of pages.  A mode may add its own. */
#define GENU_PAGE_HOME "home"
#define GENU_PAGE_TOPIC "topic"
#define GENU_PAGE_GLOSSARY "glossary"
#define GENU_PAGE_SOURCES "sources"

/* Properties: "title" (string) of what is shown, for the window; "page" (string), its name;
 * "playing" (boolean): a step plays on screen, so somebody watches though nobody touches.
 * Signals: "first-picture": the first drawing is on screen and sharp (or there is none to wait
 * for); "presence": the reader did something that is no input, such as a step that began or ended
 * to play; "was-reset": all is as at the start. */
#define GENU_TYPE_BROWSER (genu_browser_get_type ())
G_DECLARE_FINAL_TYPE (GenuBrowser, genu_browser, GENU, BROWSER, GtkWidget)

GenuBrowser     *genu_browser_new                     (const GenuPack *pack,
                                                       GenuLook       *look);
void             genu_browser_start                   (GenuBrowser    *self);
void             genu_browser_reset                   (GenuBrowser    *self);

/* Going about. */
void             genu_browser_open_page               (GenuBrowser    *self,
                                                       const char     *page);
gboolean         genu_browser_open_topic              (GenuBrowser    *self,
                                                       const char     *id,
                                                       guint           step,
                                                       gboolean        still);
gboolean         genu_browser_open_tour               (GenuBrowser    *self,
                                                       guint           tour);
gboolean         genu_browser_back                    (GenuBrowser    *self);
void             genu_browser_go_home                 (GenuBrowser    *self);

/* What is shown. */
const char      *genu_browser_get_page                (GenuBrowser    *self);
const char      *genu_browser_get_title               (GenuBrowser    *self);
const GenuTopic *genu_browser_get_topic               (GenuBrowser    *self);
GenuTopicPage   *genu_browser_get_topic_page          (GenuBrowser    *self);
gboolean         genu_browser_get_playing             (GenuBrowser    *self);
GenuLook        *genu_browser_get_look                (GenuBrowser    *self);
GenuSide         genu_browser_get_side                (GenuBrowser    *self);
void             genu_browser_set_side                (GenuBrowser    *self,
                                                       GenuSide        side);

/* What a mode adds. */
void             genu_browser_add_page                (GenuBrowser    *self,
                                                       const char     *name,
                                                       const char     *title,
                                                       GtkWidget      *page);
void             genu_browser_add_header_widget       (GenuBrowser    *self,
                                                       GtkPackType     side,
                                                       GtkWidget      *widget);
void             genu_browser_set_window_buttons_shown (GenuBrowser   *self,
                                                        gboolean       shown);
void             genu_browser_lock                    (GenuBrowser    *self);
void             genu_browser_close_popovers          (GenuBrowser    *self);

G_END_DECLS
