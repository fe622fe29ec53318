#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translating the pack into a made-up language, from the template to what a reader meets.

argv[1] is genu-tool, argv[2] the source tree.  Each message of "xx" is the English one between two
marks, so that a sentence that stayed English is seen.  A translation that lacks a message, has one
unfinished, or breaks the markup must not build.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

TOOL = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2])
PACK = ROOT / 'data/packs/knee'
BUILD = ROOT / 'data/packs/build-pack.py'
ITS = [ROOT / 'data/its/pack.its', ROOT / 'data/its/topic.its']
SPOKEN = {'title', 'key-point', 'summary', 'p', 'item', 'part', 'say', 'alt', 'duration', 'funding',
          'teach-back', 'means', 'term', 'update-policy'}


def run(*command, check=True):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=check, timeout=120, env={**os.environ, 'LC_ALL': 'C.UTF-8'})


def split(po):
    """A .po file as header and messages."""
    header, *messages = re.split(r'\n\n(?=[#m])', po.strip() + '\n')
    return header, messages


def make_translation(folder):
    template, po = folder / 'knee.pot', folder / 'xx.po'
    rules = [part for rule in ITS for part in ('-i', rule)]
    run('itstool', '-n', *rules, '-o', template, PACK / 'pack.xml',
        *sorted((PACK / 'topics').glob('*.xml')))
    run('msgen', template, '-o', folder / 'same.po')
    run('msgfilter', '--keep-header', '-i', folder / 'same.po', '-o', po,
        'sed', '-e', '1s/^/‹/', '-e', '$s/$/›/')
    return po.read_text(encoding='utf-8')


class Translation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        cls.po = make_translation(cls.path)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def build(self, po, name):
        source = self.path / f'{name}.po'
        source.write_text(po, encoding='utf-8')
        output = self.path / name / 'xx'
        result = run(sys.executable, BUILD, PACK, output, 'xx', source, *ITS, check=False)
        return result, output

    def assert_refused(self, po, name):
        result, output = self.build(po, name)
        self.assertNotEqual(result.returncode, 0, 'an incomplete translation was built')
        self.assertFalse((output / 'pack.xml').exists())
        return result.stderr

    def test_complete(self):
        result, output = self.build(self.po, 'complete')
        self.assertEqual(result.returncode, 0, result.stderr)
        run(sys.executable, BUILD, '--diagrams', PACK, output.parent / 'diagrams')
        checked = run(TOOL, 'check', output.parent, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr)
        sources = sorted((PACK / 'topics').glob('*.xml'))
        self.assertEqual([path.name for path in sorted((output / 'topics').iterdir())],
                         [path.name for path in sources])
        for path in [output / 'pack.xml', *(output / 'topics').iterdir()]:
            self.assert_translated(path)

    def assert_translated(self, path):
        root = ElementTree.parse(path).getroot()
        self.assertEqual(root.get('{http://www.w3.org/XML/1998/namespace}lang'), 'xx')
        bibliography = [element for part in root if part.tag.endswith('}bibliography')
                        for element in part.iter()]
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in root.iter():
            name = element.tag.split('}')[1]
            inline = name in ('term', 'strong') and 'topic' in element.tag
            if name in SPOKEN and not inline and element not in bibliography:
                text = ''.join(element.itertext()).strip()
                self.assertRegex(text, r'(?s)^‹.*›$', f'{path.name}: {name} in '
                                 f'{parents[element].tag if element in parents else "-"}')
            if name == 'section' and 'pack' in element.tag:
                self.assertRegex(element.get('title'), '^‹.*›$')

    def test_ids_stay(self):
        _, output = self.build(self.po, 'ids')
        for path in [PACK / 'pack.xml', *(PACK / 'topics').glob('*.xml')]:
            before, after = (ElementTree.parse(base / path.relative_to(PACK)).getroot()
                             for base in (PACK, output))
            for old, new in zip(before.iter(), after.iter(), strict=True):
                self.assertEqual(old.tag, new.tag)
                for name in ('id', 'ref', 'cite', 'part', 'anchor', 'rank', 'diagram', 'href'):
                    self.assertEqual(old.get(name), new.get(name))

    def test_untranslated(self):
        po = re.sub(r'msgstr "‹Your knee›"', 'msgstr ""', self.po)
        self.assertNotEqual(po, self.po)
        self.assertIn('not complete', self.assert_refused(po, 'untranslated'))

    def test_fuzzy(self):
        header, messages = split(self.po)
        messages[3] = messages[3].replace('msgid', '#, fuzzy\nmsgid', 1)
        self.assert_refused('\n\n'.join([header, *messages]) + '\n', 'fuzzy')

    def test_message_missing(self):
        """A sentence that was written after the translation."""
        header, messages = split(self.po)
        del messages[5]
        self.assert_refused('\n\n'.join([header, *messages]) + '\n', 'missing')

    def test_broken_markup(self):
        po = self.po.replace('</term>', '</strong>')
        self.assertNotEqual(po, self.po)
        self.assertNotEqual(self.build(po, 'markup')[0].returncode, 0)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
