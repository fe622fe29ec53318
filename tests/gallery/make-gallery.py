#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gallery: a picture of each page of the window and of each step of the pack, to be looked at.

  meson compile -C _build gallery                     all pages and steps, all pairs (below)
  make-gallery.py --out=FOLDER --pages='topic-pain-*' --steps=none --sizes=1080x1920 --full

Pages come from the real window on a screen of its own, steps from `genu-tool frame`.  The axes are
the page (or step), the size of the window, the text in percent, the theme, the knee and the
language; en-XA is a made-up language 40 % longer than English, ar-XB one that runs right to left.
By default each value of each axis meets each value of each other axis at least once (all pairs);
--full makes every combination.  FOLDER/index.html shows what was made, FOLDER/sheets has a contact
sheet of each page and topic.  See README.md in this folder.
"""
import argparse
import collections
import fnmatch
import json
import multiprocessing
import os
import pathlib
import queue
import subprocess
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / 'ui')]

import combinations  # noqa: E402
import pages  # noqa: E402
import sheets  # noqa: E402

AXES = {
    'sizes': ('1920x1080', '1080x1920', '1280x720', '3840x2160'),
    'text': ('100', '200'),
    'themes': ('light', 'dark', 'high-contrast'),
    'sides': ('right', 'left'),
    'languages': ('en', 'en-XA', 'ar-XB'),
}
Choice = collections.namedtuple('Choice', 'kind page size text theme side language')


def file_of(choice):
    name = f'{choice.size}-{choice.text}-{choice.theme}-{choice.side}-{choice.language}.png'
    return pathlib.Path(choice.kind, choice.page, name)


def draw_step(packs, choice, target):
    topic, step = choice.page.rsplit('-', 1)
    subprocess.run([os.environ['GENU_TOOL'], 'frame', packs, f'--topic={topic}', f'--step={step}',
                    f'--size={choice.size}', f'--text-scale={choice.text / 100}',
                    f'--theme={choice.theme}', f'--side={choice.side}',
                    f'--lang={choice.language}', '-o', target],
                   check=True, timeout=300, capture_output=True)


class Worker:
    """Draws pictures on a desktop of its own, until there are no more."""

    def __init__(self, languages, topics):
        self.languages, self.topics = languages, topics
        self.desktop, self.screens = None, {}

    def screen(self, size):
        from desktop import Desktop  # changes the environment: not before it is needed
        if self.desktop is None:
            self.desktop = Desktop()
        if size not in self.screens:
            self.screens[size] = self.desktop.screen(*map(int, size.split('x')))
        return self.screens[size]

    def draw(self, choice, target):
        """Writes the picture; returns what is wrong with it, if anything."""
        from PIL import Image
        target.parent.mkdir(parents=True, exist_ok=True)
        if choice.kind == 'steps':
            draw_step(self.languages / 'packs' / 'knee', choice, target)
            return None
        screen = self.screen(choice.size)
        from genu_window import GenuWindow
        visit = pages.Visit(GenuWindow, self.desktop, screen, self.languages, self.topics, choice)
        Image.fromarray(visit.picture()).save(target, compress_level=1)
        return visit.problem

    def close(self):
        if self.desktop is not None:
            self.desktop.close()


def work(todo, done, languages, topics, out):
    worker = Worker(languages, topics)
    while True:
        try:
            choice = todo.get(timeout=1)
        except queue.Empty:
            continue
        if choice is None:
            break
        began, problem = time.monotonic(), None
        try:
            target = out / file_of(choice)
            target.unlink(missing_ok=True)
            problem = worker.draw(choice, target)
        except subprocess.CalledProcessError as error:
            problem = error.stderr.decode(errors='replace').strip() or str(error)
        except Exception:  # whatever it was, the next picture is still made
            problem = traceback.format_exc()
        done.put((choice, time.monotonic() - began, problem))
    worker.close()


def run_all(choices, jobs, languages, topics, out):
    """Makes the pictures; returns the choices with their problem or None, in order."""
    context = multiprocessing.get_context('fork')
    todo, done = context.Queue(), context.Queue()
    for choice in sorted(choices, key=lambda item: item.size):
        todo.put(choice)
    workers = [context.Process(target=work, args=(todo, done, languages, topics, out))
               for _ in range(jobs)]
    for worker in workers:
        todo.put(None)
        worker.start()
    results = {}
    while len(results) < len(choices):
        try:
            choice, seconds, problem = done.get(timeout=5)
        except queue.Empty:
            if any(worker.is_alive() for worker in workers):
                continue
            raise SystemExit('make-gallery.py: the workers ended too early')
        results[choice] = problem
        print(f'[{len(results)}/{len(choices)}] {file_of(choice)} {seconds:.1f} s'
              + ('' if problem is None else f'\n{problem}'), flush=True)
    for worker in workers:
        worker.join()
    return [(choice, results[choice]) for choice in choices]


def pick(known, patterns, what):
    """Those names that fit one of the comma separated patterns."""
    if patterns in ('all', 'none'):
        return list(known) if patterns == 'all' else []
    found = []
    for pattern in patterns.split(','):
        fitting = fnmatch.filter(known, pattern)
        if not fitting:
            raise SystemExit(f'make-gallery.py: no {what} “{pattern}”; there are: '
                             + ' '.join(known))
        found += [name for name in fitting if name not in found]
    return found


def plan(arguments, topics):
    """All pictures to make."""
    steps = [f'{topic["id"]}-{n + 1}' for topic in topics for n in range(len(topic['steps']))]
    subjects = {'pages': pick(pages.names(topics), arguments.pages, 'page'),
                'steps': pick(steps, arguments.steps, 'step')}
    axes = [pick(AXES[name], getattr(arguments, name), name) for name in AXES]
    combine = combinations.full_product if arguments.full else combinations.all_pairs
    choices = []
    for kind, wanted in subjects.items():
        if wanted:
            choices += [Choice(kind, *row)._replace(text=int(row[2]))
                        for row in combine([wanted, *axes])]
    return choices


def read_topics(languages):
    run = subprocess.run([os.environ['GENU_TOOL'], 'list', languages / 'packs' / 'knee', '--json'],
                         check=True, capture_output=True, text=True, timeout=60)
    return json.loads(run.stdout)['topics']


def main():
    parser = argparse.ArgumentParser(description='Makes a picture of each page and each step.')
    parser.add_argument('--out', type=pathlib.Path, default=pathlib.Path('gallery'))
    parser.add_argument('--languages-folder', type=pathlib.Path,
                        default=os.environ.get('GENU_PSEUDO'), help='what make-pseudo.py wrote')
    parser.add_argument('--pages', default='all', help='names or patterns, or none')
    parser.add_argument('--steps', default='all', help='TOPIC-N or patterns, or none')
    for name, values in AXES.items():
        parser.add_argument('--' + name, default='all', help=' '.join(values))
    parser.add_argument('--full', action='store_true', help='every combination, not all pairs')
    parser.add_argument('--jobs', type=int, default=max(1, (os.cpu_count() or 2) // 2))
    parser.add_argument('--list', action='store_true', help='only say what would be made')
    arguments = parser.parse_args()
    if arguments.languages_folder is None:
        parser.error('--languages-folder or GENU_PSEUDO must say where the languages are')

    languages = arguments.languages_folder.resolve()
    topics = read_topics(languages)
    choices = plan(arguments, topics)
    if arguments.list:
        print('\n'.join(str(file_of(choice)) for choice in choices))
        return 0
    out = arguments.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    made = run_all(choices, arguments.jobs, languages, topics, out)
    pictures = [(choice, file_of(choice), problem) for choice, problem in made]
    sheets.write_sheets(out, pictures)
    sheets.write_index(out, pictures)
    failed = sum(problem is not None for _, problem in made)
    print(f'{len(made)} pictures, {failed} with a problem: {out / "index.html"}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
