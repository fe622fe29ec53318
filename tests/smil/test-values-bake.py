#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""genu-tool values and bake: forms of the command line, exit status, JSON, what is written where.

    test-values-bake.py GENU-TOOL
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.dom.minidom

TOOL = sys.argv.pop(1)
SVG = '''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<rect id="a" x="5"><animate attributeName="x" from="0" to="80" dur="4s"/>
<set attributeName="class" to='say "hi" \\ &#9;tab' begin="1s"/>
<set attributeName="y" to="7" begin="click"/></rect>
<rect><set attributeName="x" to="3" begin="accessKey(s)"/></rect>
</svg>'''


class Test(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.file = self.write('a.svg', SVG)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return str(path)

    def run_tool(self, *args, **options):
        return subprocess.run([TOOL, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              encoding='utf-8', check=False, timeout=60, **options)

    def values(self, *args):
        done = self.run_tool('values', self.file, '--json', *args)
        self.assertEqual(done.returncode, 0, done.stderr)
        frames = json.loads(done.stdout)['frames']
        return [(f['t'], {(v['target'], v['attribute']): v['value'] for v in f['values']})
                for f in frames]

    def test_values(self):
        frames = self.values('--at=0,1.5s,250ms')
        self.assertEqual([t for t, _ in frames], [0, 1.5, 0.25])
        self.assertEqual([v['a', 'x'] for _, v in frames], ['0', '30', '5'])
        self.assertEqual(frames[1][1]['a', 'class'], 'say "hi" \\ \ttab')
        self.assertEqual(set(frames[0][1]), {('a', 'x'), ('a', 'class'), ('a', 'y'),
                                             ('svg/rect[2]', 'x')})

    def test_clock_values(self):
        for text, seconds in (('2.5s', 2.5), ('1:02.5', 62.5), ('01:02.5', 62.5), ('7', 7),
                              ('1:00:00', 3600), ('1min', 60), ('0.000001s', 0.000001)):
            self.assertEqual(self.values('--at=' + text)[0][0], seconds)

    def test_bad_times(self):
        for text in ('', '-1', '1e3', 'frog', '1,,2', '1.2.3s', '5:61', ' '):
            self.assertEqual(self.run_tool('values', self.file, '--at=' + text).returncode, 2, text)

    def test_events(self):
        at = self.values('--at=0.9,1', '--event=1:click:#a', '--event=1:accessKey(s):#')
        self.assertEqual([v['a', 'y'] for _, v in at], ['0', '7'])
        self.assertEqual([v['svg/rect[2]', 'x'] for _, v in at], ['0', '3'])

    def test_bad_events(self):
        for event, status in (('1:click', 2), ('click:#a', 2), ('-1:click:#a', 2), ('1::#a', 2),
                              ('1s:click:#a', 2), ('nan:click:#a', 2), ('1:click:#nobody', 1)):
            done = self.run_tool('values', self.file, '--at=1', '--event=' + event)
            self.assertEqual(done.returncode, status, event)
            self.assertTrue(done.stderr)

    def test_usage(self):
        for args in (('values',), ('values', self.file), ('values', '--at=1'), ('bake', self.file),
                     ('values', self.file, self.file, '--at=1'), ('bake', self.file, '--at=1,2'),
                     ('bake', self.file, '--at=1', '--frog')):
            self.assertEqual(self.run_tool(*args).returncode, 2, args)

    def test_bad_input(self):
        broken = self.write('broken.svg', '<svg xmlns="http://www.w3.org/2000/svg">\n<g>')
        for path in (broken, str(self.folder / 'missing.svg')):
            for command in ('values', 'bake'):
                done = self.run_tool(command, path, '--at=1')
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, r'^[^\n]*:\d+: error: .* \[[a-z-]+\]\n')
                self.assertEqual(done.stdout, '')

    def test_limit(self):
        fast = self.write('fast.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect><set id="s" '
                          'attributeName="x" to="1" begin="0s;s.end" dur="0.01ms"/></rect></svg>')
        done = self.run_tool('values', fast, '--at=1')
        self.assertEqual(done.returncode, 1)
        self.assertIn('fast.svg:1: error: ', done.stderr)
        self.assertIn('[limit-intervals]', done.stderr)

    def test_bake(self):
        done = self.run_tool('bake', self.file, '--at=2s')
        self.assertEqual(done.returncode, 0, done.stderr)
        rect = xml.dom.minidom.parseString(done.stdout).getElementsByTagName('rect')[0]
        self.assertEqual(rect.getAttribute('x'), '40')
        self.assertEqual(rect.getAttribute('class'), 'say "hi" \\ \ttab')
        self.assertNotIn('<set', done.stdout)

    def test_bake_output(self):
        out = self.folder / 'out.svg'
        done = self.run_tool('bake', self.file, '--at=2s', '-o', str(out))
        self.assertEqual((done.returncode, done.stdout), (0, ''))
        self.assertIn('x="40"', out.read_text(encoding='utf-8'))
        self.assertEqual(self.run_tool('bake', self.file, '--at=1', '-o',
                                       str(self.folder / 'no' / 'out.svg')).returncode, 1)


if __name__ == '__main__':
    unittest.main()
