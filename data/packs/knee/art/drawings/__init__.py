# SPDX-License-Identifier: GPL-3.0-or-later
"""One module per drawing; each has NAME and build () -> lib.svg.Diagram."""
