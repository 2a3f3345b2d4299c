"""Running each job in a fresh copy of this process."""

import multiprocessing


def in_own_process(function, names):
    """``function`` of each name, in order, each in a process of its own; a failure says which name."""
    with multiprocessing.get_context("fork").Pool(maxtasksperchild=1) as pool:
        waiting = [(name, pool.apply_async(function, (name,))) for name in names]
        answers = []
        for name, answer in waiting:
            try:
                answers.append(answer.get())
            except Exception as error:
                raise SystemExit("%s: %r" % (name, error)) from error
        return answers
