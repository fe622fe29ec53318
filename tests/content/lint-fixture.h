/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pack of two topics and one drawing that breaks no rule of the linter and meets every item that
 * a machine can judge.  A test writes it to a folder with one thing changed. */

#pragma once

#include "genu-lint.h"

#include <glib/gstdio.h>
#include <string.h>

#define LINT_FIXTURE_DAY "2026-06-01"

enum { LINT_PACK, LINT_A, LINT_B, LINT_D, LINT_N_FILES };

#define LINT_CHOICE(id, title) \
  "<choice id='" id "' certainty='low' cite='x2020'><title>" title "</title>" \
  "<what><p>You wait.</p></what><good><p>It is easy.</p></good><harms><p>Pain may stay.</p>" \
  "</harms><cost><p>None.</p></cost><unknown><p>How it goes.</p></unknown></choice>\n"

#define LINT_LABEL "<label part='femur' anchor='body' rank='1'/>"

static const struct
{
  const char *path, *text;
} lint_files[LINT_N_FILES] = {
  { "pack.xml",
    "<pack xmlns='urn:genu:pack:1' id='p' version='1' xml:lang='en' license='CC-BY-4.0'"
    " reviewed='2026-01-01' expires='2027-01-01'>\n"
    "<title>Cells for the knee</title><summary>What cells may do.</summary>\n"
    "<authors><author>A. Writer</author></authors><funding>No one.</funding>"
    "<update-policy>Read again each year.</update-policy>\n"
    "<section id='one' title='One'>\n"
    "<topic href='topics/a.xml'/>\n"
    "<topic href='topics/b.xml'/>\n"
    "</section>\n"
    "<paths><path minutes='1'><title>Short</title>\n"
    "<stop topic='a' steps='1 2'/>\n"
    "</path></paths>\n"
    "<glossary>\n"
    "<entry id='trial' say='TRY-ul'><term>trial</term><means>A test in people.</means></entry>\n"
    "<entry id='mri' say='em-ar-EYE'><term>MRI</term><means>Magnetic resonance imaging, a scan."
    "</means></entry>\n"
    "</glossary>\n"
    "<bibliography>\n"
    "<reference id='x2020'><authors>A</authors><title>T</title><container>C</container>"
    "</reference>\n"
    "</bibliography>\n"
    "<wording><everyday>US</everyday><medical>placebo trial</medical>\n"
    "<claim id='heals'><phrase>heal*|mend* .. knee|knees</phrase><unless>hope</unless>"
    "<why>No one knows.</why></claim>\n"
    "</wording>\n"
    "</pack>\n" },
  { "topics/a.xml",
    "<topic xmlns='urn:genu:topic:1' id='a' kind='mechanism' minutes='1'>\n"
    "<title>Cells</title>\n"
    "<key-point>Cells may help your knee a little.</key-point>\n"
    "<hoped><p>We hope they help.</p></hoped>\n"
    "<story diagram='diagrams/d.svg'>\n"
    "<part ref='femur'>Thigh bone</part>\n"
    "<step ref='s1'><say>Look at the thigh bone.</say><alt>The thigh bone is at the top.</alt>"
    LINT_LABEL "</step>\n"
    "<step ref='s2'><say>The cells go into the joint.</say><alt>Small dots lie in the joint.</alt>"
    LINT_LABEL "</step>\n"
    "<step ref='s3'><say>Most of them go away.</say><alt>Two dots are left here.</alt>"
    LINT_LABEL "</step>\n"
    "</story>\n"
    "<evidence certainty='low' cite='x2020'>\n"
    "<favourable><p cite='x2020'>In a <term ref='trial'>trial</term>, 24 of 100 people felt"
    " better.</p></favourable>\n"
    "<unfavourable><p cite='x2020'>An <term ref='mri'>MRI</term> scan saw no change in 30 of 100"
    " people.</p></unfavourable>\n"
    "<not-known><p>We do not know how long it lasts.</p></not-known>\n"
    "<duration>Up to one year.</duration><funding>Not known.</funding>\n"
    "<limits><p>The trial was small.</p></limits>\n"
    "<harms><p>The knee may hurt.</p></harms>\n"
    "</evidence>\n"
    "<teach-back>What may cells do?</teach-back>\n"
    "<for-clinician><p>A note.</p></for-clinician>\n"
    "</topic>\n" },
  { "topics/b.xml",
    "<topic xmlns='urn:genu:topic:1' id='b' kind='page' minutes='2'>\n"
    "<title>Choose</title>\n"
    "<key-point>You can choose.</key-point>\n"
    "<story diagram='diagrams/d.svg'><part ref='femur'>Thigh bone</part>\n"
    "<step ref='s1'><say>Here is the thigh bone.</say><alt>The thigh bone is at the top.</alt>"
    LINT_LABEL "</step>\n"
    "</story>\n"
    "<body><section><title>What to do</title>\n"
    "<p>You have time to think.</p>\n"
    "<list>\n"
    "<item>Ask your doctor.</item>\n"
    "<item>Bring your list.</item>\n"
    "<item>Take your time.</item>\n"
    "</list>\n"
    "<p>Call <clinic-telephone>your clinic</clinic-telephone>.</p>\n"
    "</section><section><title>Questions</title><list>\n"
    "<item>What is it?</item><item>What else is there?</item><item>What does it cost?</item>\n"
    "</list></section></body>\n"
    LINT_CHOICE ("wait", "Wait")
    LINT_CHOICE ("move", "Move")
    "<teach-back>Which suits you?</teach-back>\n"
    "</topic>\n" },
  { "diagrams/d.svg",
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:genu='urn:genu:diagram:1'"
    " viewBox='0 0 160 90'>\n"
    "<metadata><genu:diagram version='1' ground='#FFFFFF'>\n"
    "<genu:part id='femur'><genu:anchor name='body' x='0' y='0'/></genu:part>\n"
    "<genu:step id='s1' begin='0' end='1' focus='femur'/>\n"
    "<genu:step id='s2' begin='1' end='2'/>\n"
    "<genu:step id='s3' begin='2' end='3'/>\n"
    "</genu:diagram></metadata>\n"
    "<g id='femur'><path d='M0 0h10v10z'/></g>\n"
    "</svg>\n" },
};

/* One change: the first @from in @file becomes @to; "@@" in it is @text, @repeat times over. */
typedef struct
{
  int         file;
  const char *from, *to;
  const char *text;
  guint       repeat;
} LintChange;

static char *
lint_fixture_change (const LintChange *change,
                     const char       *original)
{
  const char *at = strstr (original, change->from);
  g_autoptr(GString) to = g_string_new (change->to);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_nonnull (at);
  for (guint i = 0; i < change->repeat; i++)
    g_string_append (text, change->text);
  g_string_replace (to, "@@", text->str, 0);

  return g_strdup_printf ("%.*s%s%s", (int) (at - original), original, to->str,
                          at + strlen (change->from));
}

/* Writes the pack with @change (nullable) and gives its folder. */
static char *
lint_fixture_write (const LintChange *change)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp (NULL, &error);

  g_assert_no_error (error);
  for (int i = 0; i < LINT_N_FILES; i++)
    {
      g_autofree char *path = g_build_filename (folder, lint_files[i].path, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autofree char *text = change != NULL && change->file == i
                                ? lint_fixture_change (change, lint_files[i].text)
                                : g_strdup (lint_files[i].text);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }

  return folder;
}

static void
lint_fixture_remove (char *folder)
{
  for (int i = 0; i < LINT_N_FILES; i++)
    {
      g_autofree char *path = g_build_filename (folder, lint_files[i].path, NULL);

      g_unlink (path);
    }
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "topics" : "diagrams", NULL);

      g_rmdir (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
