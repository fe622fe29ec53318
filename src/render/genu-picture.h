/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gsk/gsk.h>

#include "genu-scene.h"

G_BEGIN_DECLS

/* A scene on its way to the screen: rasterised layers, worker threads, tiles.  Main thread only.
 * One per view; several pictures may not share one scene at the same time. */
typedef struct _GenuPicture GenuPicture;

/* How frames are put together: in memory, as tiles, or by the graphics card. */
typedef enum
{
  GENU_BACKEND_SOFTWARE,
  GENU_BACKEND_GPU,
} GenuBackend;

typedef void (*GenuPictureFunc) (GenuPicture *self,
                                 gpointer     user_data);

GenuPicture   *genu_picture_new         (GenuScene         *scene);
void           genu_picture_free        (GenuPicture       *self);
GenuScene     *genu_picture_get_scene  (const GenuPicture *self);

/* Software unless told otherwise; to be called before the first view.  With the GPU back end
 * genu_picture_dup_node() gives textures, and genu_picture_draw() must not be used. */
void           genu_picture_set_backend (GenuPicture       *self,
                                         GenuBackend        backend);

void           genu_picture_set_budget  (GenuPicture       *self,
                                         gsize              bytes);

/* Called on the main context when a worker has finished something that changes what is drawn. */
void           genu_picture_set_changed_func (GenuPicture  *self,
                                         GenuPictureFunc    func,
                                         gpointer           user_data);

/* The view: root user units -> device pixels (mirroring included), and the size in device pixels.
 * While @moving (a gesture or camera move) the last sharp frame is shown scaled, and sharpened
 * later. */
void           genu_picture_set_view    (GenuPicture       *self,
                                         const GenuMatrix  *view,
                                         int                width,
                                         int                height,
                                         gboolean           moving);
/* Where a camera move that begins now will end: drawn for while it is under way, so that the
 * picture is sharp at its end.  Optional; before the first set_view() of the move. */
void           genu_picture_prepare_view (GenuPicture      *self,
                                         const GenuMatrix  *view);
void           genu_picture_seek        (GenuPicture       *self,
                                         gint64             time);
/* Nothing is being rasterised and every layer is sharp at its place. */
gboolean       genu_picture_is_settled  (const GenuPicture *self);
/* Blocks until it is. */
void           genu_picture_settle      (GenuPicture       *self);

/* The current frame as a render node of width x height device pixels, scaled by 1 / scale_factor so
 * that it fits a widget; ground-coloured where the drawing has nothing.  Unchanged tiles are the
 * same nodes as in the last frame.  (transfer full) */
GskRenderNode *genu_picture_dup_node    (GenuPicture       *self,
                                         int                scale_factor);
/* The same frame, exactly, onto a surface in device pixels; settles first. */
void           genu_picture_draw        (GenuPicture       *self,
                                         cairo_t           *cr);
/* The frame as the window shows it at this moment: what moves may lie at fractions of pixels.  With
 * @cr NULL nothing is painted, but the frame is composed. */
void           genu_picture_draw_playing (GenuPicture      *self,
                                         cairo_t           *cr);
/* The current frame as vectors (for PDF): the baked document in one piece under the view. */
gboolean       genu_picture_draw_whole  (GenuPicture       *self,
                                         cairo_t           *cr,
                                         GError           **error);
/* What has been done since the picture was made; times are seconds. */
typedef struct
{
  guint  n_layers[3];    /* by GenuLayerKind */
  guint  n_drawn;        /* pictures drawn by workers */
  double drawing_time;   /* their CPU */
  double seeking_time;   /* wall time of seeking and of finding what changed */
  double composing_time; /* wall time of putting layers together */
  gsize  bytes;          /* of layers' pictures shown now */
  gsize  kept_bytes;     /* of pictures kept in case they are asked for again */
} GenuPictureStats;

GenuPictureStats genu_picture_get_stats  (const GenuPicture *self);

/* The current frame of the baked document, drawn in one piece onto pixels. */
gboolean       genu_picture_draw_reference (GenuPicture    *self,
                                         cairo_surface_t   *surface,
                                         GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenuPicture, genu_picture_free)

G_END_DECLS
