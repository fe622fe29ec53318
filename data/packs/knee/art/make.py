#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the pack's diagrams: make.py [NAME...] [--check].

Without names, all of them. Each drawing carries a digest of the sources it was made from (its own
module, the shared parts it imports, this file); --check compares the digests without drawing
anything and exits 1 if a committed drawing does not match its source.
"""

import argparse
import ast
import hashlib
import importlib
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
DIAGRAMS = HERE.parent / 'diagrams'


def module_name(name):
    return name.replace('-', '_')


def known():
    """The names of all drawings, from the files in drawings/."""
    return sorted(path.stem.replace('_', '-') for path in (HERE / 'drawings').glob('[a-z]*.py'))


def imported(source):
    """The shared modules that a source names in its imports: lib's `from lib import a, b`,
    `from lib.c import d`, and within lib `from . import a`, `from .c import d`."""
    for node in ast.walk(ast.parse(source.read_text(encoding='utf-8'))):
        if isinstance(node, ast.ImportFrom):
            inside = (node.module or '').removeprefix('lib').lstrip('.')
            if node.level or (node.module or '').split('.')[0] == 'lib':
                names = [inside] if inside else [alias.name for alias in node.names]
                yield from (HERE / 'lib' / (name + '.py') for name in names)


def sources(name):
    """This file, the drawing's own module, and every shared module it needs, near or far."""
    found, waiting = set(), [HERE / 'drawings' / (module_name(name) + '.py')]
    while waiting:
        source = waiting.pop()
        if source not in found:
            found.add(source)
            waiting.extend(imported(source))
    return [HERE / 'make.py', HERE / 'lib' / '__init__.py', *sorted(found)]


def digest(name):
    """SHA-256 over the sources of a drawing: names and contents, in a fixed order."""
    total = hashlib.sha256()
    for source in sources(name):
        content = source.read_bytes().replace(b'\r\n', b'\n')
        total.update(b'%s\0%d\0' % (source.relative_to(HERE).as_posix().encode(), len(content)))
        total.update(content)
    return total.hexdigest()


def check(name):
    """None if the drawing matches its source, else what is wrong with it."""
    target = DIAGRAMS / (name + '.svg')
    if not target.exists():
        return '%s is missing: run make.py %s' % (target.name, name)
    found = re.search(rb'<genu:source digest="sha256:([0-9a-f]{64})"', target.read_bytes())
    if not found:
        return '%s carries no digest of its source: run make.py %s' % (target.name, name)
    if found.group(1).decode() != digest(name):
        return '%s was not drawn from the present source: run make.py %s' % (target.name, name)
    return None


def draw(name):
    module = importlib.import_module('drawings.' + module_name(name))
    text = module.build().write(digest(name)).encode()
    DIAGRAMS.mkdir(exist_ok=True)
    (DIAGRAMS / (name + '.svg')).write_bytes(text)
    print('%s.svg: %d bytes, %d elements' % (name, len(text), text.count(b'\n')))


def main():
    parser = argparse.ArgumentParser(description='Draws the diagrams of the pack.')
    parser.add_argument('names', nargs='*', metavar='NAME', help='a drawing (default: all)')
    parser.add_argument('--check', action='store_true',
                        help='only compare digests; exit 1 if a drawing is out of date')
    arguments = parser.parse_args()
    names = arguments.names or known()
    unknown = sorted(set(names) - set(known()))
    if unknown:
        parser.error('no such drawing: ' + ', '.join(unknown))
    if arguments.check:
        problems = [problem for problem in map(check, names) if problem]
        for problem in problems:
            print('make.py: ' + problem, file=sys.stderr)
        return 1 if problems else 0
    sys.path.insert(0, str(HERE))
    sys.dont_write_bytecode = True
    for name in names:
        draw(name)
    return 0


if __name__ == '__main__':
    sys.exit(main())
