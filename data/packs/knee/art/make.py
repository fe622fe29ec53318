#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the pack's diagrams: make.py [NAME...] [--check].

Without names, all of them. Each drawing carries a digest of the sources it was made from: its own
module and, of the shared parts, the definitions that it uses, near or far. So a new shared part
leaves the other drawings as they are, and a changed one asks for those that use it. --check
compares the digests without drawing anything and exits 1 if a committed drawing does not match its
source.
"""

import argparse
import ast
import hashlib
import importlib
import pathlib
import re
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
DIAGRAMS = HERE.parent / 'diagrams'


def module_name(name):
    return name.replace('-', '_')


def known():
    """The names of all drawings, from the files in drawings/."""
    return sorted(path.stem.replace('_', '-') for path in (HERE / 'drawings').glob('[a-z]*.py'))


class Module:
    """A source file: its definitions by name, and the rest of what stands at its top level."""

    def __init__(self, path):
        self.text = path.read_text(encoding='utf-8').replace('\r\n', '\n')
        self.lines = self.text.split('\n')
        self.definitions, self.rest = {}, []
        for node in ast.parse(self.text).body:
            names = list(self._defined(node))
            for name in names:
                self.definitions.setdefault(name, []).append(node)
            if not names and not isinstance(node, (ast.Import, ast.ImportFrom, ast.Expr)):
                self.rest.append(node)

    @staticmethod
    def _defined(node):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))

    def source(self, node):
        first = min([node.lineno] + [item.lineno for item in
                                     getattr(node, 'decorator_list', [])])
        return '\n'.join(self.lines[first - 1:node.end_lineno])


def named(node):
    """Every name that a piece of source might mean: more than it does mean, never less."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Attribute):
            yield part.attr
        elif isinstance(part, ast.alias):
            yield part.name


def used(name):
    """The sources of a drawing: (module, text), in a fixed order."""
    own = HERE / 'drawings' / (module_name(name) + '.py')
    yield own.name, own.read_text(encoding='utf-8').replace('\r\n', '\n')
    shared = {path.stem: Module(path) for path in sorted((HERE / 'lib').glob('*.py'))}
    waiting = list(named(ast.parse(own.read_text(encoding='utf-8'))))
    waiting += [name for module in shared.values() for node in module.rest for name in named(node)]
    known_names, found = set(), set()
    while waiting:
        wanted = waiting.pop()
        if wanted in known_names:
            continue
        known_names.add(wanted)
        for stem, module in shared.items():
            for node in module.definitions.get(wanted, ()):
                found.add((stem, node.lineno, module.source(node)))
                waiting.extend(named(node))
    for stem in sorted({stem for stem, _, _ in found}):
        yield from ((stem, text) for module, _, text in sorted(found) if module == stem)
        yield from ((stem, shared[stem].source(node)) for node in shared[stem].rest)


def digest(name):
    """SHA-256 over the sources of a drawing: where from and what, in a fixed order."""
    total = hashlib.sha256()
    for where, text in used(name):
        content = text.encode()
        total.update(b'%s\0%d\0' % (where.encode(), len(content)))
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
    start = time.monotonic()
    module = importlib.import_module('drawings.' + module_name(name))
    text = module.build().write(digest(name)).encode()
    DIAGRAMS.mkdir(exist_ok=True)
    (DIAGRAMS / (name + '.svg')).write_bytes(text)
    print('%s.svg: %d bytes, %d elements, %.0f s' % (name, len(text), text.count(b'\n'),
                                                     time.monotonic() - start))


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
