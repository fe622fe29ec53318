/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-frame.h"
#include "genu-mini-document.h"
#include "genu-picture.h"
#include "genu-raster.h"

G_BEGIN_DECLS

/* What of a layer the frame shows. */
typedef struct
{
  GenuRaster           *raster; /* owned; NULL: nothing */
  GenuMatrix            delta;  /* from the raster's pixels to the frame's */
  double                opacity;
  cairo_rectangle_int_t bounds; /* pixels touched */
  GskRenderNode        *node;   /* owned; GPU back end only */
} GenuDrawn;

typedef struct
{
  guint             index;
  const GenuLayer  *layer;    /* borrowed from the scene */
  GPtrArray *slices; /* of GenuMiniDocument; made when first needed */
  GenuValue       **values;   /* of layer->raster_targets; NULL while the base holds */
  guint64           key;      /* hash of values */
  GenuLayerPlace    place;    /* now */
  GenuDamage        damage;   /* of the last seek */
  GenuRect          extents;  /* safe bounds of the ink, in the layer's own space, for: */
  guint64           extents_key;
  gboolean          extents_known;
  gboolean          has_extents;
  int               reduction; /* of the resolution, to fit the budget; 1 or a power of 2 */
  gint64            moved_at; /* monotonic time at which place or key last changed */
  gint64            changed_frame; /* number of the last frame that showed it changed */
  GenuRaster       *raster;   /* in use in the frame's view; NULL before the first */
  GenuRaster       *next;     /* for the target view, while that is being prepared */
  GenuRasterJob    *job;      /* under way for the frame's view */
  GenuRasterJob    *next_job; /* under way for the target view */
  GenuDrawn         drawn;
} GenuLayerState;

struct _GenuPicture
{
  GenuScene       *scene;
  GenuRasterPool  *pool;
  GPtrArray       *cache;     /* of GenuRaster, most recently used last */
  gsize            budget;    /* bytes of layers' pictures */
  GArray          *states;    /* of GenuLayerState, by layer index */
  char            *base_path;
  double           ground[3];
  GenuBackend      backend;

  GenuMatrix       target;    /* the view asked for */
  int              width;
  int              height;
  gboolean         moving;
  gboolean         has_target;

  GenuMatrix       goal;      /* the view being prepared: where a move will end, else target */
  gboolean         has_goal;  /* goal was named by genu_picture_prepare_view() */

  GenuMatrix       view;      /* the view the frame is composed in */
  GenuFrame       *frame;     /* NULL before the first view is ready */
  GenuFrame       *shown;     /* the frame put elsewhere, while view and target differ */
  GenuMatrix       shown_for; /* target at which shown was painted */
  cairo_surface_t *backdrop;  /* an older frame that shows more of the drawing, or NULL */
  GenuMatrix       backdrop_view;
  guint64          serial;    /* counts changes of what is to be shown */
  GenuRaster      *flat;      /* all of it in one piece, when key equals serial; or NULL */
  GenuRasterJob   *flat_job;
  guint64          flat_shown; /* serial for which the frame holds it; 0: it does not */
  gint64           n_frames;
  guint            sharpen_id; /* timeout that draws resting layers at their places */

  guint            n_drawn;
  double           drawing_time;   /* seconds, as in GenuPictureStats */
  double           seeking_time;
  double           composing_time;

  GenuPictureFunc  changed;
  gpointer         changed_data;
};

/* genu-picture-cache.c */
void     genu_picture_evict          (GenuPicture          *self);
GenuRaster *genu_picture_find_cached (GenuPicture          *self,
                                      GenuLayerState       *state,
                                      const GenuMatrix     *view);
void     genu_picture_remember       (GenuPicture          *self,
                                      const GenuLayerState *state,
                                      GenuRaster           *raster);
gboolean genu_picture_has_room       (GenuPicture          *self,
                                      GenuLayerState       *state,
                                      const GenuRaster     *raster);

/* genu-picture-raster.c */
gboolean genu_picture_is_exact       (GenuPicture          *self,
                                      GenuLayerState       *state,
                                      const GenuRaster     *raster,
                                      const GenuMatrix     *view);
void     genu_picture_look           (GenuPicture          *self);
void     genu_picture_request        (GenuPicture          *self,
                                      gboolean              settle);
gboolean genu_picture_collect        (GenuPicture          *self,
                                      gint64                patience);
gboolean genu_picture_layer_is_sharp (GenuPicture          *self,
                                      GenuLayerState       *state);
void     genu_picture_cancel         (GenuPicture          *self);
gboolean genu_picture_is_urgent      (const GenuPicture    *self);

/* genu-picture-camera.c */
void     genu_picture_compose_shown  (GenuPicture          *self,
                                      gboolean              frame_changed);
void     genu_picture_keep_backdrop  (GenuPicture          *self);

/* genu-picture-flat.c */
gboolean genu_picture_needs_flat     (const GenuPicture    *self);
void     genu_picture_order_flat     (GenuPicture          *self);
gboolean genu_picture_take_flat      (GenuPicture          *self,
                                      GenuRasterJob        *job);
void     genu_picture_show_flat      (GenuPicture          *self);
void     genu_picture_forget_flat    (GenuPicture          *self);

/* genu-picture-texture.c */
GskRenderNode *genu_picture_dup_texture_node (GenuPicture     *self,
                                      int                   scale_factor);

/* genu-picture-compose.c */
void     genu_picture_compose        (GenuPicture          *self);
void     genu_drawn_clear            (GenuDrawn            *drawn);

static inline GenuLayerState *
genu_picture_get_state (const GenuPicture *self,
                        guint              index)
{
  return &g_array_index (self->states, GenuLayerState, index);
}

static inline gboolean
genu_matrix_equal (const GenuMatrix *a,
                   const GenuMatrix *b)
{
  return a->a == b->a && a->b == b->b && a->c == b->c && a->d == b->d && a->e == b->e
         && a->f == b->f;
}

G_END_DECLS
