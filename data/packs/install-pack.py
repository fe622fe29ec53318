#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copy the built folder argv[1] to $MESON_INSTALL_DESTDIR_PREFIX/argv[2], in place of what a former
version left there."""
import os
import shutil
import sys

target = os.path.join(os.environ['MESON_INSTALL_DESTDIR_PREFIX'], sys.argv[2])
shutil.rmtree(target, ignore_errors=True)
shutil.copytree(sys.argv[1], target)
