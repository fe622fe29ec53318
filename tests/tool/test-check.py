#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command lines of `genu-tool check` and `genu-tool list`: what they print where, and their exit
status.  argv[1] is genu-tool, argv[2] the folder with the built packs.

The rules themselves are tested in tests/content/test-check.c; here one of each kind suffices.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOOL, PACKS = (os.path.abspath(path) for path in sys.argv[1:3])
PROBLEM = re.compile(r'^(?P<file>.+):(?P<line>\d+): (error|warning): .+ \[(?P<rule>[a-z-]+)\]$')
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{}\n</svg>\n'


def run(*arguments, cwd=None, **variables):
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True, check=False, cwd=cwd,
                          timeout=60, env={**os.environ, **variables})


def rules(result):
    """(file, line, rule) of each line on standard error, which must hold nothing else."""
    found = []
    for line in result.stderr.splitlines():
        match = PROBLEM.match(line)
        assert match, line
        found.append((match['file'], int(match['line']), match['rule']))
    return found


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        return name

    def check(self, *names):
        return run('check', *names, cwd=self.path)

    def test_sound(self):
        name = self.write('a.svg', SVG.format('<rect width="1" height="1"/>'))
        result = self.check(name)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, '', ''))

    def test_built_in_pack(self):
        result = run('check', 'knee', cwd=PACKS)
        self.assertEqual(result.returncode, 0, result.stderr)
        rules(result)

    def test_path_as_typed(self):
        self.write('x/a.svg', SVG.format('<text/>'))
        for typed in ('x/a.svg', './x/a.svg', 'x/../x/a.svg'):
            result = self.check(typed)
            self.assertEqual(result.returncode, 1)
            self.assertEqual(rules(result), [(typed, 2, 'unsupported-element')])

    def test_several_files(self):
        self.write('a.svg', SVG.format('<path d="M0 0" onclick="x"/>\n<image/>'))
        self.write('b.svg', '<svg')
        result = self.check('b.svg', 'a.svg')
        self.assertEqual(result.returncode, 1)
        self.assertEqual(rules(result), [('a.svg', 2, 'unsupported-attribute'),
                                         ('a.svg', 3, 'unsupported-element'),
                                         ('b.svg', 1, 'not-well-formed')])

    def test_engine_speaks(self):
        """What only the engine knows is told too, once, and as a warning."""
        self.write('a.svg', SVG.format('<rect width="1" height="1">'
                                       '<animate attributeName="x" to="5" dur="soon"/></rect>'))
        result = self.check('a.svg')
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(len(rules(result)), 1)

    def test_told_once(self):
        """Two readers of a drawing's metadata, one line."""
        self.write('a.svg', SVG.format(
            '<metadata><diagram xmlns="urn:genu:diagram:1" version="1">'
            '<step id="s" begin="2" end="1"/></diagram></metadata>'))
        self.assertEqual([rule for _, _, rule in rules(self.check('a.svg'))], ['step-order'])

    def test_limits(self):
        bomb = '<g id="a0"><path d="M0 0h1"/></g>' + ''.join(
            f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + '</g>' for i in range(1, 10))
        cases = {
            'limit-use': SVG.format(bomb),
            'limit-depth': SVG.format('<g>' * 250 + '</g>' * 250),
            'limit-elements': SVG.format('<g/>' * 200001),
            'limit-animations': SVG.format('<set attributeName="x"/>' * 5001),
            'limit-bytes': SVG.format(' ' * (16 * 1024 * 1024)),
            'limit-list': SVG.format('<polyline points="' + '1 ' * 20001 + '"/>'),
        }
        for rule, text in cases.items():
            with self.subTest(rule):
                result = self.check(self.write('a.svg', text))
                self.assertEqual(result.returncode, 1)
                self.assertIn(rule, [found for _, _, found in rules(result)])

    def test_not_there(self):
        result = self.check('no.svg')
        self.assertEqual(result.returncode, 1)
        self.assertEqual(rules(result), [('no.svg', 0, 'missing-file')])
        self.assertEqual(rules(self.check('.')), [('.', 0, 'missing-file')])

    def test_usage(self):
        for arguments in ((), ('--no-such-option', 'a.svg')):
            result = self.check(*arguments)
            self.assertEqual(result.returncode, 2)
            self.assertIn('genu-tool check', result.stderr)


class List(unittest.TestCase):
    def test_text(self):
        result = run('list', f'{PACKS}/knee')
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertIn('languages: en', result.stdout)
        self.assertIn('differentiate (mechanism)', result.stdout)
        self.assertRegex(result.stdout, r' 1  overview +0\.00 to +\d+\.\d\d s  diagrams/')

    def test_json(self):
        result = run('list', '--json', f'{PACKS}/knee')
        self.assertEqual(result.returncode, 0)
        pack = json.loads(result.stdout)
        self.assertEqual(pack['id'], 'knee')
        self.assertIn('en', pack['languages'])
        kinds = [topic['kind'] for topic in pack['topics']]
        self.assertEqual((kinds.count('mechanism'), kinds.count('benefit')), (4, 5))
        drawings = {drawing['path']: drawing for drawing in pack['diagrams']}
        for topic in pack['topics']:
            for step in topic['steps']:
                self.assertLess(step['begin'], step['end'], step)
                self.assertIn(step['ref'], [s['id'] for s in drawings[step['diagram']]['steps']])

    def test_built_in(self):
        data = str(pathlib.Path(PACKS).parent)
        self.assertEqual(run('list', GENU_DATA_DIR=data).stdout,
                         run('list', f'{PACKS}/knee').stdout)

    def test_no_pack(self):
        with tempfile.TemporaryDirectory() as folder:
            result = run('list', folder)
            self.assertEqual((result.returncode, result.stdout), (1, ''))
            self.assertEqual(rules(result), [(folder, 0, 'missing-file')])

    def test_usage(self):
        self.assertEqual(run('list', 'a', 'b').returncode, 2)
        self.assertEqual(run('list', '--no-such-option').returncode, 2)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
