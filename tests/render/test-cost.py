#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a frame costs follows what moves.  Bounds are loose, since the machine that runs this may be
busy; the figures to reach are printed by `genu-tool bench` on the scenes of make-scenes.py.

    test-cost.py GENU_TOOL MAKE_SCENES
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL, MAKE_SCENES = sys.argv[1:3]


class Cost(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([sys.executable, MAKE_SCENES, "--all", cls.folder.name], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def bench(self, name):
        path = pathlib.Path(self.folder.name) / f"{name}.svg"
        result = subprocess.run([TOOL, "bench", path, "--size=1280x720", "--json"], check=True,
                                capture_output=True, text=True)
        return json.loads(result.stdout)

    def test_follows_what_moves(self):
        small, large = self.bench("small"), self.bench("large")
        self.assertLess(large["play"]["cpu_ms"], 2.5 * small["play"]["cpu_ms"])
        # As many pictures are drawn for 3,200 paths as for 200.
        self.assertLess(large["play"]["drawn_per_second"],
                        1.1 * small["play"]["drawn_per_second"] + 5)
        self.assertGreater(large["ratio"], 10)
        self.assertEqual(small["layers"]["raster"], 5)
        self.assertEqual(small["layers"]["compose"], 15)

    def test_held(self):
        result = self.bench("tiny")
        self.assertLess(result["hold_cpu_ms"], result["play"]["cpu_ms"] / 5)

    def test_same_file_every_time(self):
        path = pathlib.Path(self.folder.name) / "again.svg"
        subprocess.run([sys.executable, MAKE_SCENES, "--paths=200", "--blurs=0", path], check=True)
        self.assertEqual(path.read_text(),
                         (pathlib.Path(self.folder.name) / "small.svg").read_text())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
