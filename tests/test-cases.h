/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests made of a table of cases. */

#pragma once

#include <glib.h>

/* One test for each row of an array: its path is the prefix and the row's name, its data the row's
 * index, as GPOINTER_TO_SIZE() gives it. */
#define ADD_CASES(cases, prefix, function) \
  G_STMT_START \
    { \
      for (gsize case_index = 0; case_index < G_N_ELEMENTS (cases); case_index++) \
        { \
          g_autofree char *case_path = g_strconcat (prefix, cases[case_index].name, NULL); \
          g_test_add_data_func (case_path, GSIZE_TO_POINTER (case_index), function); \
        } \
    } \
  G_STMT_END
