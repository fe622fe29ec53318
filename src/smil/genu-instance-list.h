/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GENU_INSTANCE_OFFSET,  /* written in the attribute: stays for ever */
  GENU_INSTANCE_SYNC,    /* follows an interval of another animation */
  GENU_INSTANCE_DYNAMIC, /* an event, a repeat, a key or a hyperlink */
} GenuInstanceOrigin;

/* One resolved time of a begin or end list. */
typedef struct
{
  gint64             time;
  GenuInstanceOrigin origin;
  gconstpointer      source;   /* SYNC: the link that it came through; else NULL */
  guint64            serial;   /* SYNC: of the interval that it follows; else 0 */
  guint64            cycle_of; /* serial of the own interval that it was derived from; 0: none */
  int                cause;    /* SYNC: index of the other animation; else -1 */
} GenuInstance;

typedef struct
{
  GArray  *items;     /* of GenuInstance, sorted by time */
  gboolean is_pruned; /* times that cannot matter any more were dropped */
} GenuInstanceList;

void                genu_instance_list_init    (GenuInstanceList   *self);
void                genu_instance_list_clear   (GenuInstanceList   *self);
void                genu_instance_list_reset   (GenuInstanceList   *self);
void                genu_instance_list_insert  (GenuInstanceList   *self,
                                                const GenuInstance *instance);
/* Drops the time that @source derived from the interval @serial; FALSE when there is none. */
gboolean            genu_instance_list_remove  (GenuInstanceList   *self,
                                                gconstpointer       source,
                                                guint64             serial,
                                                gint64             *out_time);
/* Drops times before @time; and dynamic ones between @time and @now, both excluded. */
void                genu_instance_list_prune   (GenuInstanceList   *self,
                                                gint64              time,
                                                gint64              now);
/* The first time at or after (strict: after) @time that was not derived from the interval
 * @skip_cycle; NULL when there is none. */
const GenuInstance *genu_instance_list_find    (const GenuInstanceList *self,
                                                gint64              time,
                                                gboolean            strict,
                                                guint64             skip_cycle);
/* Whether no time was ever resolved, but for those derived from @skip_cycle. */
gboolean            genu_instance_list_is_blank (const GenuInstanceList *self,
                                                 guint64             skip_cycle);

G_END_DECLS
