#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tree against the house style (CONTRIBUTING.md), and itself against known bad snippets.

  check-style.py SOURCE_ROOT     every tracked text file; one line a fault; exit status 1 on any
  check-style.py --self-test     each rule must catch its example
"""
import pathlib
import re
import subprocess
import sys

LONGEST_LINE = 100
LONGEST_FILE = 800
LONGEST_FUNCTION = 60
C_SUFFIXES = {'.c', '.h'}
TEXT_SUFFIXES = C_SUFFIXES | {'.py', '.ui', '.css', '.build', '.md', '.its', '.rng', '.xml', ''}
SPDX = 'SPDX-License-Identifier:'
KEYWORDS = ('if', 'for', 'while', 'switch', 'return', 'sizeof')
UNFINISHED = re.compile(r'\b(' + '|'.join(('TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK')) + r')\b')
MACHINE_PATH = re.compile(r'(?<![\w.])/(?:root|work|home/\w+)/')


def strip_c(text):
    """Blanks comments and literals, keeping lines and columns."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group(0))
    pattern = r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    return re.sub(pattern, blank, text, flags=re.S)


def check_text(name, text):
    lines = text.split('\n')
    if text and not text.endswith('\n'):
        yield len(lines), 'no newline at the end'
    for number, line in enumerate(lines, 1):
        if line.rstrip() != line:
            yield number, 'white space at the end of the line'
        if UNFINISHED.search(line) and not name.endswith('check-style.py'):
            yield number, 'unfinished work'
        if MACHINE_PATH.search(line) and not name.endswith('check-style.py'):
            yield number, 'a path of one machine'


def check_c(text):
    lines = text.split('\n')
    if SPDX not in lines[0]:
        yield 1, 'the first line is not the SPDX licence line'
    if len(lines) > LONGEST_FILE:
        yield len(lines), f'more than {LONGEST_FILE} lines'
    if '//' in re.sub(r'/\*.*?\*/', '', strip_c(text), flags=re.S):
        for number, line in enumerate(strip_c(text).split('\n'), 1):
            if '//' in line:
                yield number, 'a // comment'
    for number, (line, raw) in enumerate(zip(strip_c(text).split('\n'), lines), 1):
        if '\t' in raw:
            yield number, 'a tab'
        if len(raw) > LONGEST_LINE:
            yield number, f'longer than {LONGEST_LINE} columns'
        if re.search(r'\)\s*\{$', line) and not line.startswith('#') and ' = ' not in line:
            if not re.search(r'\((const )?[A-Z]\w+( \*|\[\])?\) \{$', line):
                yield number, 'a brace that is not on its own line'
        found = re.search(r'(?<![\w.])([a-z]\w*_\w+|' + '|'.join(KEYWORDS) + r')\(', line)
        if found and not line.lstrip().startswith('#') and not found.group(1).startswith('g_auto'):
            yield number, f'no space before the bracket of {found.group(1)}'
    yield from check_functions(strip_c(text))


def check_functions(text):
    start = None
    for number, line in enumerate(text.split('\n'), 1):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            if number - start > LONGEST_FUNCTION:
                yield start, f'a function of {number - start} lines (at most {LONGEST_FUNCTION})'
            start = None


def check_script(text):
    if SPDX not in '\n'.join(text.split('\n')[:3]):
        yield 1, 'no SPDX licence line at the top'
    for number, line in enumerate(text.split('\n'), 1):
        if len(line) > LONGEST_LINE + 10:
            yield number, f'longer than {LONGEST_LINE + 10} columns'


def check(name, text):
    suffix = pathlib.PurePath(name).suffix
    yield from check_text(name, text)
    if suffix in C_SUFFIXES:
        yield from check_c(text)
    elif suffix == '.py':
        yield from check_script(text)


EXAMPLES = [
    ('a.c', 'int x;\n', 'SPDX'),
    ('a.c', f'/* {SPDX} */\nint x; // no\n', '// comment'),
    ('a.c', f'/* {SPDX} */\n\tint x;\n', 'tab'),
    ('a.c', f'/* {SPDX} */\nif (x) {{\n', 'brace'),
    ('a.c', f'/* {SPDX} */\ngenu_do(x);\n', 'bracket'),
    ('a.c', f'/* {SPDX} */\nwhile(x);\n', 'bracket'),
    ('a.c', f'/* {SPDX} */\n' + 'x' * 101 + '\n', 'longer'),
    ('a.c', f'/* {SPDX} */\n' + '\n' * 800, 'more than'),
    ('a.c', f'/* {SPDX} */\n{{\n' + '\n' * 61 + '}\n', 'function'),
    ('a.md', 'x \n', 'white space'),
    ('a.md', 'x', 'newline'),
    ('a.md', '/ro' + 'ot/x\n', 'machine'),
    ('a.md', 'TO' + 'DO\n', 'unfinished'),
]


def self_test():
    bad = 0
    for name, text, wanted in EXAMPLES:
        if not any(wanted in message for _, message in check(name, text)):
            print(f'not caught: {wanted}')
            bad = 1
    good = f'/* {SPDX} x */\n\nint\nmain (void)\n{{\n  return f (1); /* a // b */\n}}\n'
    for number, message in check('good.c', good):
        print(f'good.c:{number}: caught wrongly: {message}')
        bad = 1
    return bad


def tracked_files(root):
    listing = subprocess.run(['git', '-C', root, 'ls-files', '-z'], capture_output=True, check=False)
    if listing.returncode == 0 and listing.stdout:
        names = listing.stdout.decode().split('\0')
    else:
        names = [str(path.relative_to(root)) for path in pathlib.Path(root).rglob('*')]
    skip = ('COPYING', 'tests/fuzz/corpus/', 'tests/conformance/', 'po/', 'data/fonts/')
    for name in filter(None, names):
        path = pathlib.Path(root) / name
        if path.suffix in TEXT_SUFFIXES and path.is_file() and not name.startswith(skip):
            if '/diagrams/' not in name and not name.startswith('_build'):
                yield name, path


def main():
    if sys.argv[1:] == ['--self-test']:
        return self_test()
    faults = 0
    for name, path in tracked_files(sys.argv[1]):
        try:
            text = path.read_text(encoding='utf-8')
        except UnicodeDecodeError:
            continue
        for number, message in check(name, text):
            print(f'{name}:{number}: {message}')
            faults += 1
    print(f'{faults} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
