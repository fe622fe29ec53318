# SPDX-License-Identifier: GPL-3.0-or-later
"""genu-tool frame PACK, handout and html, as scripts use them: sizes, exit statuses, messages.

Usage: test-frame-pack.py GENU_TOOL PACK
"""

import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL, PACK = sys.argv[1], sys.argv[2]
SHAPES = Path(__file__).parent.parent / 'stage' / 'pack'


def run(*arguments):
    return subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True, check=False)


def png_size(path):
    data = path.read_bytes()
    assert data[:8] == b'\x89PNG\r\n\x1a\n'
    return struct.unpack('>II', data[16:24])


class FramePack(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.out = self.folder / 'out.png'

    def frame(self, *arguments, pack=SHAPES, topic='walk', step=1, size='640x360'):
        return run('frame', pack, f'--topic={topic}', f'--step={step}', f'--size={size}',
                   '-o', self.out, *arguments)

    def test_sizes(self):
        for size in ('640x360', '360x640', '1x1', '1280x720'):
            result = self.frame(size=size)
            self.assertEqual((result.returncode, result.stderr), (0, ''))
            width, height = map(int, size.split('x'))
            self.assertEqual(png_size(self.out), (width, height))

    def test_options_change_the_picture(self):
        pictures = set()
        for options in ((), ('--side=left',), ('--text-scale=2',), ('--theme=high-contrast',)):
            self.assertEqual(self.frame(*options).returncode, 0)
            pictures.add(self.out.read_bytes())
        self.assertEqual(len(pictures), 4)

    def test_same_again(self):
        self.frame(step=2)
        first = self.out.read_bytes()
        self.frame(step=2)
        self.assertEqual(first, self.out.read_bytes())

    def test_built_pack(self):
        result = self.frame('--lang=en', pack=PACK, topic='your-knee', size='960x540')
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertEqual(png_size(self.out), (960, 540))

    def test_bad_input(self):
        for arguments, rule in (({'topic': 'nothing'}, 'unknown-topic'),
                                ({'step': 5}, 'unknown-step'),
                                ({'topic': 'broken'}, 'missing-file'),
                                ({'pack': self.folder}, 'missing-file')):
            result = self.frame(**arguments)
            self.assertEqual(result.returncode, 1, arguments)
            self.assertRegex(result.stderr, rf':\d+: error: .* \[{rule}\]')
            self.assertFalse(self.out.exists())

    def test_usage(self):
        for arguments in ({'step': 0}, {'step': 'x'}, {'size': '0x10'}, {'size': '10'},
                          {'size': '99999x10'}):
            self.assertEqual(self.frame(**arguments).returncode, 2, arguments)
        for option in ('--side=up', '--theme=pink', '--text-scale=3', '--text-scale=x', '--nothing'):
            self.assertEqual(self.frame(option).returncode, 2, option)
        self.assertEqual(run('frame', SHAPES).returncode, 2)

    def test_special_output(self):
        result = run('frame', SHAPES, '--topic=walk', '--step=1', '--size=64x36', '-o', '/dev/null')
        self.assertEqual(result.returncode, 0)
        self.assertTrue(Path('/dev/null').is_char_device())


class Handout(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.out = Path(folder.name) / 'out'

    def test_both_forms(self):
        for command, magic in (('handout', b'%PDF-'), ('html', b'<!DOCTYPE html>')):
            result = run(command, SHAPES, '--topics=walk', '--side=left', '-o', self.out)
            self.assertEqual((result.returncode, result.stderr), (0, ''))
            self.assertTrue(self.out.read_bytes().startswith(magic))

    def test_missing_picture_keeps_the_words(self):
        result = run('html', SHAPES, '--topics=walk,broken', '-o', self.out)
        self.assertEqual(result.returncode, 1)
        self.assertIn('[missing-file]', result.stderr)
        self.assertIn('Words only.', self.out.read_text(encoding='utf-8'))

    def test_bad_calls(self):
        self.assertEqual(run('handout', SHAPES).returncode, 2)
        self.assertEqual(run('handout', SHAPES, '--side=up', '-o', self.out).returncode, 2)
        result = run('handout', SHAPES, '--topics=nothing', '-o', self.out)
        self.assertEqual(result.returncode, 1)
        self.assertIn('[unknown-topic]', result.stderr)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
