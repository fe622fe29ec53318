/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "genu-prose.h"

G_BEGIN_DECLS

typedef enum
{
  GENU_FORMULA_FLESCH_KINCAID,   /* en: school grade */
  GENU_FORMULA_SMOG,             /* en: school grade */
  GENU_FORMULA_FERNANDEZ_HUERTA, /* es: 0 to 100, more is easier */
  GENU_FORMULA_INFLESZ,          /* es: 0 to 100, more is easier */
  GENU_FORMULA_WIENER_1,         /* de: school grade */
  GENU_FORMULA_WIENER_4,         /* de: school grade */
  GENU_FORMULA_LIX,              /* sv, de: less is easier */
  GENU_FORMULA_FLESCH_AMSTAD,    /* de: 0 to 100, more is easier */
  GENU_FORMULA_KANDEL_MOLES,     /* fr: 0 to 100, more is easier */
  GENU_FORMULA_GULPEASE,         /* it: 0 to 100, more is easier */
  GENU_N_FORMULAE,
} GenuFormula;

typedef struct
{
  const char *id;          /* in JSON */
  const char *name;
  const char *langs;       /* primary subtags, parted by spaces; the first formula rules */
  double      target;      /* the score a patient's text must reach */
  gboolean    more_is_easier;
  gboolean    is_binding;  /* a published band rather than this project's proposal */
} GenuFormulaInfo;

const GenuFormulaInfo *genu_formula_get_info (GenuFormula      formula);
double                 genu_formula_score    (GenuFormula      formula,
                                              const GenuProse *prose);
gboolean               genu_formula_meets    (GenuFormula      formula,
                                              double           score);
gboolean               genu_formula_is_for   (GenuFormula      formula,
                                              const char      *lang);

G_END_DECLS
