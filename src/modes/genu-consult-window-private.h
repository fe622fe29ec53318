/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-consult-window.h"

#include "genu-browser.h"
#include "genu-consult-strip.h"
#include "genu-finder.h"
#include "genu-ink-view.h"

G_BEGIN_DECLS

/* What a consultation leaves behind, for as long as it can be brought back. */
typedef struct
{
  GenuInk  *ink;   /* owned */
  GenuSide  side;
  char     *topic; /* id; NULL: the home page */
  guint     step;
  AdwToast *toast; /* that offers it; borrowed */
} GenuConsultPast;

struct _GenuConsultWindow
{
  AdwApplicationWindow parent_instance;

  const GenuPack   *pack;    /* outlives the window; NULL when it could not be read */
  GenuSide          start_side;

  /* The consultation. */
  GenuInk          *ink;     /* owned */
  GenuConsultPast  *past;    /* owned; NULL unless a "New patient" can still be undone */
  char             *folder;  /* where the last handout went; nullable */
  GCancellable     *work;    /* of the handout that is being made; NULL when there is none */

  /* Widgets. */
  AdwToastOverlay  *toasts;
  GtkOverlay       *overlay; /* child of the toasts */
  GtkBox           *box;     /* child of the overlay; holds the next three */
  GenuBrowser      *browser;
  GenuConsultStrip *strip;
  GtkWidget        *note;    /* lies over the browser where there is no room beside it */
  GtkWidget        *sides[2]; /* the buttons of the right and the left knee; NULL without a pack */
  GenuFinder       *finder;  /* NULL without a pack */
  GtkProgressBar   *progress;
  GenuInkView      *ink_view; /* a child of the topic page's drawing; NULL until there is one */

  /* Room. */
  gboolean          portrait;
  gboolean          tight;   /* there is no room for the note beside the browser */
  guint             fit_id;   /* idle that arranges the widgets */
  guint             n_fits;   /* to the next three */
  int               fit_width;  /* of the window, logical pixels, as the next */
  int               fit_height;
  guint             fit_serial; /* of the look's sizes */

  /* Letters that chose tools may be the beginning of a word that is being typed. */
  char              letters[8];  /* "" when they are not */
  gint64            letter_time; /* of the last one */
  GenuInkTool       letter_tool; /* what was in hand before the first */
};

/* genu-consult-window.c */
const GenuTopic *genu_consult_window_get_picture (GenuConsultWindow *self,
                                                  guint             *out_step);
void             genu_consult_window_update      (GenuConsultWindow *self);
void             genu_consult_window_set_tool    (GenuConsultWindow *self,
                                                  GenuInkTool        tool);
void             genu_consult_window_toast       (GenuConsultWindow *self,
                                                  const char        *words);

/* genu-consult-actions.c */
void             genu_consult_add_actions        (GenuConsultWindow *self);
void             genu_consult_update_actions     (GenuConsultWindow *self);
void             genu_consult_past_free          (GenuConsultPast   *past);

/* genu-consult-keys.c */
void             genu_consult_add_keys           (GenuConsultWindow *self);

/* genu-consult-room.c */
void             genu_consult_add_room           (GenuConsultWindow *self);
void             genu_consult_queue_fit          (GenuConsultWindow *self);

/* genu-consult-files.c: the handout, and where it goes */
void             genu_consult_save               (GenuConsultWindow *self);
void             genu_consult_print              (GenuConsultWindow *self);

G_END_DECLS
