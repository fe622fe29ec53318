/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Begin and end lists (SMIL 3.0 section 5.4.1):
 *
 *   list   ::= entry (S? ";" S? entry)*
 *   entry  ::= offset | base offset? | "indefinite" | "wallclock(" … ")"
 *   base   ::= id ".begin" | id ".end" | (id ".")? event | (id ".")? "repeat(" n ")"
 *            | "accessKey(" c ")"
 *   offset ::= S? ("+" | "-")? S? Clock-value
 *
 * In an id the characters "-" and "." are written with a backslash before them.  Authors forget
 * that: "my-one.end" would be an event "my" with the offset "-one.end", which is no clock value,
 * so a minus that no clock value follows is taken as part of the name.
 *
 * An entry with an error is ignored, the other entries of the list count (SMIL 3.0 section 5.4.1;
 * Chromium agrees). */

#include "config.h"

#include "genu-timing-spec.h"

#include "genu-clock-value.h"
#include "genu-limits.h"

#include <string.h>

static void
condition_clear (gpointer data)
{
  GenuTimingCondition *condition = data;

  g_free (condition->id);
  g_free (condition->name);
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/**
 * genu_timing_spec_parse_offset:
 * @text: an offset without the white space around it
 * @out_usec: (out): microseconds; untouched on failure
 *
 * Returns: whether @text is an offset
 */
gboolean
genu_timing_spec_parse_offset (const char *text,
                               gint64     *out_usec)
{
  gboolean is_negative = *text == '-';
  gint64 usec;

  if (*text == '-' || *text == '+')
    text = skip_space (text + 1);
  if (!genu_clock_value_parse (text, &usec))
    return FALSE;

  *out_usec = is_negative ? -usec : usec;
  return TRUE;
}

/* Where the base of an entry ends: at the first unescaped sign that an offset follows, or at the
 * end of the text. */
static const char *
find_offset (const char *text,
             gint64     *out_offset)
{
  *out_offset = 0;
  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if ((*text == '+' || *text == '-') && genu_timing_spec_parse_offset (text, out_offset))
        break;
    }

  return text;
}

/* The last unescaped point outside parentheses, or NULL. */
static const char *
find_separator (const char *text)
{
  const char *found = NULL;

  for (; *text != '\0' && *text != '('; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '.')
        found = text;
    }

  return found;
}

static char *
unescape (const char *text,
          gsize       length)
{
  GString *plain = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\\' && i + 1 < length)
        i++;
      g_string_append_c (plain, text[i]);
    }

  return g_string_free (plain, FALSE);
}

static gboolean
is_name (const char *text)
{
  if (!g_ascii_isalpha (*text) && *text != '_' && *text != ':' && (guchar) *text < 0x80)
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr ("_-:.", *text) == NULL && (guchar) *text < 0x80)
      return FALSE;

  return TRUE;
}

/* "repeat(n)": the number between the parentheses. */
static gboolean
parse_repeat (const char *text,
              guint      *out_n)
{
  char *end;
  guint64 n;

  if (!g_str_has_prefix (text, "repeat(") || !g_ascii_isdigit (text[7]))
    return FALSE;

  n = g_ascii_strtoull (text + 7, &end, 10);
  if (!g_str_equal (end, ")") || n > G_MAXUINT)
    return FALSE;

  *out_n = (guint) n;
  return TRUE;
}

/* What stands after the id. */
static gboolean
parse_symbol (const char          *symbol,
              GenuTimingCondition *condition)
{
  if (condition->id != NULL && g_str_equal (symbol, "begin"))
    condition->kind = GENU_TIMING_SYNC_BEGIN;
  else if (condition->id != NULL && g_str_equal (symbol, "end"))
    condition->kind = GENU_TIMING_SYNC_END;
  else if (parse_repeat (symbol, &condition->repeat))
    condition->kind = GENU_TIMING_REPEAT;
  else if (is_name (symbol))
    {
      condition->kind = GENU_TIMING_EVENT;
      condition->name = g_strdup (symbol);
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
parse_event_base (const char          *base,
                  GenuTimingCondition *condition)
{
  const char *separator = find_separator (base);
  g_autofree char *symbol = NULL;

  if (separator != NULL)
    {
      condition->id = unescape (base, (gsize) (separator - base));
      if (*condition->id == '\0' || strpbrk (condition->id, " \t\r\n\f") != NULL)
        return FALSE;
      base = separator + 1;
    }
  symbol = unescape (base, strlen (base));

  return parse_symbol (symbol, condition);
}

/* "accessKey(" one character ")"; the word's case does not matter. */
static gboolean
parse_access_key (const char          *base,
                  GenuTimingCondition *condition)
{
  const char *key = base + strlen ("accesskey(");
  const char *after = g_utf8_validate (base, -1, NULL) && *key != '\0' ? g_utf8_next_char (key)
                                                                       : key;

  if (after == key || !g_str_equal (after, ")"))
    return FALSE;

  condition->kind = GENU_TIMING_ACCESS_KEY;
  condition->name = g_strndup (key, (gsize) (after - key));
  return TRUE;
}

static gboolean
parse_wallclock (const char          *entry,
                 GenuTimingCondition *condition)
{
  condition->kind = GENU_TIMING_WALLCLOCK;

  return g_str_has_suffix (entry, ")");
}

static gboolean
parse_base (const char          *base,
            GenuTimingCondition *condition)
{
  if (g_ascii_strncasecmp (base, "accesskey(", strlen ("accesskey(")) == 0)
    return parse_access_key (base, condition);

  return parse_event_base (base, condition);
}

static gboolean
parse_entry (const char          *entry,
             GenuTimingCondition *condition)
{
  const char *end;
  g_autofree char *base = NULL;

  if (g_ascii_isdigit (*entry) || *entry == '+' || *entry == '-')
    {
      condition->kind = GENU_TIMING_OFFSET;
      return genu_timing_spec_parse_offset (entry, &condition->offset);
    }
  if (g_str_equal (entry, "indefinite"))
    {
      condition->kind = GENU_TIMING_INDEFINITE;
      return TRUE;
    }
  if (g_str_has_prefix (entry, "wallclock("))
    return parse_wallclock (entry, condition);

  end = find_offset (entry, &condition->offset);
  base = g_strndup (entry, (gsize) (end - entry));

  return parse_base (g_strchomp (base), condition);
}

/**
 * genu_timing_spec_parse:
 * @text: the value of a begin or end attribute
 * @out_n_bad: (out) (optional): how many entries had an error
 *
 * Returns: (transfer full): the entries without an error, a #GArray of #GenuTimingCondition
 */
GArray *
genu_timing_spec_parse (const char *text,
                        guint      *out_n_bad)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (GenuTimingCondition));
  g_auto(GStrv) entries = g_strsplit (text, ";", GENU_LIMIT_LIST + 1);
  guint n_entries = g_strv_length (entries);
  guint n_bad = 0;

  g_array_set_clear_func (list, condition_clear);
  for (guint i = 0; i < n_entries; i++)
    {
      GenuTimingCondition condition = { 0 };

      g_strstrip (entries[i]);
      if (*entries[i] == '\0' && i + 1 == n_entries)
        break; /* a list may end with a semicolon */
      if (parse_entry (entries[i], &condition))
        g_array_append_val (list, condition);
      else
        {
          condition_clear (&condition);
          n_bad++;
        }
    }

  if (out_n_bad != NULL)
    *out_n_bad = n_bad;
  return list;
}
