# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared parts of the generator: geometry, relief, tissues, bones, cells, and the SVG writer."""
